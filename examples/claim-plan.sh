#!/usr/bin/env bash
# Builds a prebuild of a template, plans its claim, destroys it, and prints the claim plan as JSON.
#
#   examples/claim-plan.sh TEMPLATE_DIRECTORY [PARAMETER=VALUE…] > claim.plan.json
#
# The parameters are those of the preset. The template is really applied: use it where that costs
# little, such as Docker on a runner. Needs terraform, jq and sha256sum.
set -euo pipefail

template=${1:?the directory of the template}
shift

work=$(mktemp -d)
cp -R "$template"/. "$work"
cd "$work"
rm -rf .terraform terraform.tfstate*

sha256() { printf %s "$1" | sha256sum | cut -d ' ' -f 1; }

# What is the same before and after a claim. The id above all: unset, the provider makes a new one for every plan.
export CODER_AGENT_URL=https://coder.example.com
export CODER_WORKSPACE_TRANSITION=start
export CODER_WORKSPACE_ID=7d0c1f70-8a27-4d2c-9d47-0f6f0f6f0f6f
export CODER_WORKSPACE_TEMPLATE_ID=5c3c6c1e-43c5-4f3e-9d53-9f6a2e7f0a11
export CODER_WORKSPACE_TEMPLATE_NAME=rehearsal
export CODER_WORKSPACE_TEMPLATE_VERSION=pull-request
for parameter in "$@"; do
  export "CODER_PARAMETER_$(sha256 "${parameter%%=*}")=${parameter#*=}"
done

as_prebuild() {
  CODER_WORKSPACE_IS_PREBUILD=true \
  CODER_WORKSPACE_NAME=prebuild-x7k2 \
  CODER_WORKSPACE_OWNER=prebuilds \
  CODER_WORKSPACE_OWNER_NAME='Prebuilds Owner' \
  CODER_WORKSPACE_OWNER_EMAIL=prebuilds@system \
  CODER_WORKSPACE_OWNER_ID=c42fdf75-3097-471c-8c33-fb52454d81c0 \
  CODER_WORKSPACE_OWNER_GROUPS='["Everyone","prebuilds"]' \
  CODER_WORKSPACE_OWNER_LOGIN_TYPE=none \
    "$@"
}

as_claimant() {
  CODER_WORKSPACE_IS_PREBUILD_CLAIM=true \
  CODER_WORKSPACE_NAME=alice-dev \
  CODER_WORKSPACE_OWNER=alice \
  CODER_WORKSPACE_OWNER_NAME='Alice Example' \
  CODER_WORKSPACE_OWNER_EMAIL=alice@example.com \
  CODER_WORKSPACE_OWNER_ID=0b9d9e52-5e0a-4a9b-8d0b-3a4f6f1c2d3e \
  CODER_WORKSPACE_OWNER_GROUPS='["Everyone","developers"]' \
  CODER_WORKSPACE_OWNER_LOGIN_TYPE=github \
    "$@"
}

clean_up() {
  as_prebuild terraform destroy -auto-approve -input=false >&2 || echo "Destroy what is left of $template by hand." >&2
  rm -rf "$work"
}
trap clean_up EXIT

terraform init -input=false >&2
as_prebuild terraform apply -auto-approve -input=false >&2

# Coder keeps the token of a single agent over a claim; without it everything that embeds the token looks replaced.
token=$(terraform show -json | jq -r '[.. | objects | select(.type? == "coder_agent") | .values.token] | if length == 1 then .[0] else "" end')
if [ -n "$token" ]; then
  if [ -n "${GITHUB_ACTIONS:-}" ]; then echo "::add-mask::$token" >&2; fi
  export "CODER_RUNNING_WORKSPACE_AGENT_TOKEN_$(sha256 '')=$token"
fi
for parameter in "$@"; do
  export "CODER_PARAMETER_PREVIOUS_$(sha256 "${parameter%%=*}")=${parameter#*=}"
done

as_claimant terraform plan -input=false -out=claim.tfplan >&2
terraform show -json claim.tfplan
