package diag

// aboutRegions explains mistakes in what a site says of its regions.
var aboutRegions = []Explanation{
	{
		Code: BadRegions, Title: "a list of regions that is not clear",
		Text: "The site file says which regions there are. Each has a code, by which front matter names it, and an id, which " +
			"follows from its name; no two have the same, and no two tiles of the map stand in one place. A tile has a row and a " +
			"column. The path of their pages is no address of the site itself.",
		Wrong: `regions:
  one: province
  many: provinces
  path: law
  list:
    - { code: ON, name: Ontario }
    - { code: ON, name: Québec }`,
		Right: `regions:
  one: province
  many: provinces
  path: provinces
  list:
    - { code: ON, name: Ontario }
    - { code: QC, name: { fr: Québec, en: Quebec } }`,
	},
	{
		Code: NoRegions, Title: "a region of a site that has none",
		Text: `With "regions: none" a site says that it speaks of no regions: no text is searched for their names, and ` +
			"“Georgia” is whatever the site means by it. Then no report is of a region, and there is no file on one.",
		Wrong: "regions: none",
		Right: "regions: us-states",
	},
}
