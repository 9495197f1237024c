// The closed list of org/unit.hpp; the words are unit_kind.* of the catalogue.
export const kinds = [
  'province', 'district', 'commune', 'ward', 'township', 'village', 'provincial_department', 'district_room', 'front_province', 'front_district',
  'front_commune', 'organisation_province', 'organisation_district', 'organisation_commune', 'press_agency', 'enterprise', 'cooperative', 'other',
] as const;
export const communeKinds = ['commune', 'ward', 'township'] as const;
