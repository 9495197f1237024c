/** A small table of a year that reads well, to begin from. */
export const blankTable = (year: string): string => `schema_version: 1
id: bang_diem_xa
title: Bảng điểm thi đua các xã
year: ${year}
scale: 100
step: 0.5
paper: {number: "", issuer: "", applies_from: ${year}-01-01}
items:
  - id: "1"
    title: Nội dung thứ nhất
    max: 60
    items:
      - {id: "1.1", title: Mục thứ nhất, max: 40, rule: proportional}
      - {id: "1.2", title: Mục thứ hai, max: 20}
  - {id: "2", title: Nội dung thứ hai, max: 40, rule: yes_no}
`;
