/**
 * How a template's parameters are evaluated: by Coder itself at every request,
 * which is the default since mid 2025, or by Terraform in the build alone
 * (`use_classic_parameter_flow` of the template).
 */
export type ParameterFlow = 'dynamic' | 'classic';
