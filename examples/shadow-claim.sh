#!/usr/bin/env bash
# Plans the claim of a workspace that Coder has built, on that workspace's own state, and prints the claim plan as JSON.
#
#   examples/shadow-claim.sh TEMPLATE_DIRECTORY WORKSPACE > claim.plan.json
#
# Nothing is built and nothing is changed, and no credentials of the infrastructure are needed. The workspace may be
# anybody's: a prebuild (prebuilds/prebuild-x7k2) or one that was made for this. Needs terraform, coder, jq and
# sha256sum, and a token that may update the template, because the state holds secrets.
set -euo pipefail

template=${1:?the directory of the template}
workspace=${2:?the name of a workspace}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$template"/. "$work"
cd "$work"
rm -rf .terraform terraform.tfstate*
(umask 077 && coder state pull "$workspace" > terraform.tfstate)

sha256() { printf %s "$1" | sha256sum | cut -d ' ' -f 1; }
state() { jq -r "$1" terraform.tfstate; }

# What is the same before and after a claim.
export CODER_WORKSPACE_TRANSITION=start
CODER_WORKSPACE_ID=$(state 'first(.resources[] | select(.mode == "data" and .type == "coder_workspace")).instances[0].attributes.id')
CODER_AGENT_URL=$(state 'first(.resources[] | select(.mode == "data" and .type == "coder_workspace")).instances[0].attributes.access_url')
export CODER_WORKSPACE_ID CODER_AGENT_URL
token=$(state '[.resources[] | select(.type == "coder_agent") | .instances[].attributes.token] | if length == 1 then .[0] else "" end')
if [ -n "$token" ]; then
  if [ -n "${GITHUB_ACTIONS:-}" ]; then echo "::add-mask::$token" >&2; fi
  export "CODER_RUNNING_WORKSPACE_AGENT_TOKEN_$(sha256 '')=$token"
fi
while IFS=$'\t' read -r name value; do
  name=$(base64 -d <<< "$name") value=$(base64 -d <<< "$value")
  export "CODER_PARAMETER_$(sha256 "$name")=$value" "CODER_PARAMETER_PREVIOUS_$(sha256 "$name")=$value"
done < <(state '.resources[] | select(.mode == "data" and .type == "coder_parameter") | .instances[].attributes | [.name, .value] | map(tostring | @base64) | @tsv')

# What a claim changes.
export CODER_WORKSPACE_IS_PREBUILD_CLAIM=true
export CODER_WORKSPACE_NAME=alice-dev
export CODER_WORKSPACE_OWNER=alice
export CODER_WORKSPACE_OWNER_NAME='Alice Example'
export CODER_WORKSPACE_OWNER_EMAIL=alice@example.com
export CODER_WORKSPACE_OWNER_ID=0b9d9e52-5e0a-4a9b-8d0b-3a4f6f1c2d3e
export CODER_WORKSPACE_OWNER_GROUPS='["Everyone","developers"]'
export CODER_WORKSPACE_OWNER_LOGIN_TYPE=github

terraform init -input=false >&2
terraform plan -input=false -refresh=false -out=claim.tfplan >&2
terraform show -json claim.tfplan
