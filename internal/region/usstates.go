package region

// USStates are the fifty states and the District of Columbia, by the codes of the postal
// service, without territories. The names of two are those of cities more often.
var USStates = func() *Set {
	regions := make([]Region, len(usStates))
	for i, s := range usStates {
		r := Region{Code: s.code, Slug: s.slug, Name: s.name, Col: s.col, Row: s.row, HasTile: true, Shape: shapes[s.code]}
		r.Ambiguous = r.Code == "NY" || r.Code == "WA"
		if name := french[r.Code]; name != "" {
			r.In = map[string]string{"fr": name}
		}
		regions[i] = r
	}
	return Of(regions)
}()

// usStates is sorted by name. The tiles follow the arrangement that American
// newsrooms commonly use: neighbours stay close, Alaska and Hawaii at the edge.
var usStates = []struct {
	code, name, slug string
	col, row         int
}{
	{"AL", "Alabama", "alabama", 6, 6},
	{"AK", "Alaska", "alaska", 0, 0},
	{"AZ", "Arizona", "arizona", 1, 5},
	{"AR", "Arkansas", "arkansas", 4, 5},
	{"CA", "California", "california", 0, 4},
	{"CO", "Colorado", "colorado", 2, 4},
	{"CT", "Connecticut", "connecticut", 9, 3},
	{"DE", "Delaware", "delaware", 9, 4},
	{"DC", "District of Columbia", "district-of-columbia", 8, 5},
	{"FL", "Florida", "florida", 8, 7},
	{"GA", "Georgia", "georgia", 7, 6},
	{"HI", "Hawaii", "hawaii", 0, 7},
	{"ID", "Idaho", "idaho", 1, 2},
	{"IL", "Illinois", "illinois", 5, 2},
	{"IN", "Indiana", "indiana", 5, 3},
	{"IA", "Iowa", "iowa", 4, 3},
	{"KS", "Kansas", "kansas", 3, 5},
	{"KY", "Kentucky", "kentucky", 5, 4},
	{"LA", "Louisiana", "louisiana", 4, 6},
	{"ME", "Maine", "maine", 10, 0},
	{"MD", "Maryland", "maryland", 8, 4},
	{"MA", "Massachusetts", "massachusetts", 10, 2},
	{"MI", "Michigan", "michigan", 7, 2},
	{"MN", "Minnesota", "minnesota", 4, 2},
	{"MS", "Mississippi", "mississippi", 5, 6},
	{"MO", "Missouri", "missouri", 4, 4},
	{"MT", "Montana", "montana", 2, 2},
	{"NE", "Nebraska", "nebraska", 3, 4},
	{"NV", "Nevada", "nevada", 1, 3},
	{"NH", "New Hampshire", "new-hampshire", 10, 1},
	{"NJ", "New Jersey", "new-jersey", 8, 3},
	{"NM", "New Mexico", "new-mexico", 2, 5},
	{"NY", "New York", "new-york", 8, 2},
	{"NC", "North Carolina", "north-carolina", 6, 5},
	{"ND", "North Dakota", "north-dakota", 3, 2},
	{"OH", "Ohio", "ohio", 6, 3},
	{"OK", "Oklahoma", "oklahoma", 3, 6},
	{"OR", "Oregon", "oregon", 0, 3},
	{"PA", "Pennsylvania", "pennsylvania", 7, 3},
	{"RI", "Rhode Island", "rhode-island", 9, 2},
	{"SC", "South Carolina", "south-carolina", 7, 5},
	{"SD", "South Dakota", "south-dakota", 3, 3},
	{"TN", "Tennessee", "tennessee", 5, 5},
	{"TX", "Texas", "texas", 3, 7},
	{"UT", "Utah", "utah", 1, 4},
	{"VT", "Vermont", "vermont", 9, 1},
	{"VA", "Virginia", "virginia", 7, 4},
	{"WA", "Washington", "washington", 0, 2},
	{"WV", "West Virginia", "west-virginia", 6, 4},
	{"WI", "Wisconsin", "wisconsin", 6, 2},
	{"WY", "Wyoming", "wyoming", 2, 3},
}

// french has the names that differ from the English ones.
var french = map[string]string{
	"CA": "Californie",
	"DC": "District de Columbia",
	"FL": "Floride",
	"GA": "Géorgie",
	"HI": "Hawaï",
	"LA": "Louisiane",
	"NM": "Nouveau-Mexique",
	"NC": "Caroline du Nord",
	"ND": "Dakota du Nord",
	"PA": "Pennsylvanie",
	"SC": "Caroline du Sud",
	"SD": "Dakota du Sud",
	"VA": "Virginie",
	"WV": "Virginie-Occidentale",
}
