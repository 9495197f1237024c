// The closed lists of access/actor.hpp, in the order of a form; their words are role.* and scope.* of the catalogue.
export const roles = [
  'unit_clerk', 'unit_head', 'department_verifier', 'district_reviewer', 'province_coordinator', 'agriculture_officer', 'commendation_officer',
  'council_secretary', 'council_member', 'decider', 'inspector', 'publisher', 'auditor', 'administrator',
] as const;
export const scopes = ['own', 'subtree', 'all'] as const;
