package content

import (
	"cmp"
	"fmt"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/region"
	"receipts/internal/yamldoc"
)

// Regions are what a site calls its regions, and which there are. The site file says
// so, since front matter is read by it.
type Regions struct {
	*region.Set
	IsGiven bool // whether the site file says anything of them

	// One and Many are the site's own words, "département" and "départements"; empty if
	// it has none.
	One, Many Named
	Path      Words // the last part of the address of their list, and the first of theirs
}

// A Named is a name, which may be another one in each language.
type Named struct {
	Name string // the first that is given
	In   map[string]string
	diag.Place
}

// NameIn is the name in a language, or the first one if it has none of its own.
func (n Named) NameIn(lang string) string { return region.Region{Name: n.Name, In: n.In}.NameIn(lang) }

// List is the address of the list of the regions.
func (r *Regions) List() string { return "/" + r.Path.Text + "/" }

// defaultRegions are those of a site whose file says nothing of them.
var defaultRegions = Regions{Set: region.USStates, Path: Words{Text: "states"}}

// named is a text, or a text for each language: {fr: Paris, en: Paris}.
var named = yamldoc.Custom(&yamldoc.Form{What: "a name", Values: text.Form, Or: text.Form}, func(r *yamldoc.Reader, v *Named, n yamldoc.Node) bool {
	*v = Named{Place: r.Inside(n)}
	var w Words
	if !n.IsMapping() {
		ok := text.Read(r, &w, n)
		v.Name = w.Text
		return ok
	}
	v.In = map[string]string{}
	before := len(*r.List)
	for lang, value := range r.Entries(n, "a name") {
		if code, ok := checkLanguage(r, lang); ok && text.Read(r, &w, value) {
			v.In[strings.ToLower(strings.ReplaceAll(code, "_", "-"))] = w.Text
			if v.Name == "" {
				v.Name = w.Text
			}
		}
	}
	if v.Name == "" && len(*r.List) == before {
		r.AddHint(diag.EmptyValue, v.Place, "there is no name between the braces", "write the name alone, or one for each language: { en: province, fr: province }")
	}
	return v.Name != ""
})

// A listed is a region of a site's own list.
type listed struct {
	code, id    Words
	name        Named
	ambiguous   bool
	row, column int // 0 without a tile
}

var listedRegion = yamldoc.Object("a region", []yamldoc.Field[listed]{
	yamldoc.Key("code", yamldoc.Required, regionCode, func(l *listed) *Words { return &l.code }, `what "states" has it as, such as 75`),
	yamldoc.Key("name", yamldoc.Required, named, func(l *listed) *Named { return &l.name }, "its name, or its name in each language: { fr: Bavière, de: Bayern }"),
	yamldoc.Key("id", yamldoc.Optional, ref, func(l *listed) *Words { return &l.id }, "its id, by which texts link to it; without it, the name in small letters"),
	yamldoc.Key("row", yamldoc.Optional, number, func(l *listed) *int { return &l.row }, "where its tile stands on the map, counted from 1 at the top"),
	yamldoc.Key("column", yamldoc.Optional, number, func(l *listed) *int { return &l.column }, "where its tile stands in the row, counted from 1"),
	yamldoc.Key("ambiguous", yamldoc.Optional, yamldoc.Flag("value", "true", "false"), func(l *listed) *bool { return &l.ambiguous }, "true if the name is more often that of something else, as of a city: texts are not searched for it"),
})

var regionCode = yamldoc.Scalar("a code", func(r *yamldoc.Reader, w Words) (Words, bool) {
	if w.Text != "" && !isRegionCode.MatchString(w.Text) {
		r.AddHint(diag.BadRegions, w.Place, `"`+w.Text+`" is not a code: codes are capital letters and digits, with hyphens between them`, "")
		return w, false
	}
	return w, w.Text != ""
}).Matching(statePattern)

var ownRegions = yamldoc.Object("the regions", []yamldoc.Field[Regions]{
	yamldoc.Key("one", yamldoc.Required, named, func(r *Regions) *Named { return &r.One }, "the word for one of them, such as province; in each language: { en: province, fr: province }"),
	yamldoc.Key("many", yamldoc.Required, named, func(r *Regions) *Named { return &r.Many }, "the word for several of them"),
	yamldoc.Key("path", yamldoc.Optional, ref, func(r *Regions) *Words { return &r.Path }, "what their addresses begin with; without it, states"),
	yamldoc.Key("list", yamldoc.Required, regionList, func(r *Regions) **region.Set { return &r.Set }, "which there are, or us-states"),
})

// listForm is a list of regions, or the word for those that are built in.
var listForm = func() *yamldoc.Form {
	f := *yamldoc.List(listedRegion).Form
	f.Or = builtInList.Form
	return &f
}()

var builtInList = yamldoc.Choice("list of regions", usStates)

// regionList makes a set of a list. Of two with the same code, id or tile the second is
// reported.
var regionList = yamldoc.Custom(listForm, func(r *yamldoc.Reader, set **region.Set, n yamldoc.Node) bool {
	var list []listed
	if !n.IsList() && !n.IsMapping() && n.Text() != "" {
		var word string
		return builtInList.Read(r, &word, n) // what is there already
	}
	ok := yamldoc.List(listedRegion).Read(r, &list, n)
	taken := map[string]diag.Place{}
	free := func(what, value string, at diag.Place) bool {
		first, is := taken[what+value]
		if is {
			*r.List = append(*r.List, diag.Diagnostic{
				Code: diag.BadRegions, Place: at, Message: "two regions have the " + what + " " + value,
				Hint: "give one of them another", Related: []diag.Related{{Place: first, Note: "it is first here"}},
			})
		}
		taken[what+value] = at
		return !is
	}
	var regions []region.Region
	for _, l := range list {
		out := region.Region{Code: l.code.Text, Slug: cmp.Or(l.id.Text, IDOf(l.name.Name)), Name: l.name.Name, In: l.name.In, Ambiguous: l.ambiguous}
		if out.Code == "" || out.Name == "" {
			continue // reported
		}
		if !IsID(out.Slug) || strings.Trim(out.Slug, "0123456789") == "" {
			r.AddHint(diag.BadRegions, l.name.Place, `no id follows from the name "`+out.Name+`"`, `add "id:" in lower-case letters, digits and single hyphens`)
			continue
		}
		switch {
		case (l.row == 0) != (l.column == 0):
			r.AddHint(diag.BadRegions, l.code.Place, "the tile of "+out.Code+" has a row or a column alone", "give both, or neither")
		case l.row > region.Rows || l.column > region.Cols:
			r.Add(diag.BadRegions, l.code.Place, fmt.Sprintf("the tile of %s is outside the map, which has %d rows and %d columns", out.Code, region.Rows, region.Cols))
		case l.row > 0:
			out.Row, out.Col = l.row-1, l.column-1
			out.HasTile = free("tile", fmt.Sprintf("in row %d, column %d", l.row, l.column), l.code.Place)
		}
		if free("code", out.Code, l.code.Place) && free("id", out.Slug, l.name.Place) && free("name", strings.ToLower(region.Folded(out.Name)), l.name.Place) {
			regions = append(regions, out)
		}
	}
	*set = region.Of(regions)
	return ok && len(regions) == len(list)
})

// regions are a word for a set that is built in, or what a site says of its own.
var regions = yamldoc.Custom(&yamldoc.Form{What: "the regions", Keys: ownRegions.Keys, Or: builtInRegions.Form}, func(r *yamldoc.Reader, v *Regions, n yamldoc.Node) bool {
	*v = defaultRegions
	v.IsGiven = true
	if n.IsMapping() {
		return ownRegions.Read(r, v, n)
	}
	var word string
	ok := builtInRegions.Read(r, &word, n)
	if word == noRegions {
		v.Set = region.None
	}
	return ok
})

const (
	usStates  = "us-states"
	noRegions = "none"
)

var builtInRegions = yamldoc.Choice("set of regions", usStates, noRegions)
