package render

import (
	"cmp"
	"encoding/json"
	"io"
	"regexp"
	"strings"

	"receipts/internal/site"
	"receipts/internal/view"
)

// datapackage.json describes the tables for programs: a Data Package, version 2, with
// a Table Schema for each, as of datapackage.org.

const (
	packageProfile  = "https://datapackage.org/profiles/2.0/datapackage.json"
	resourceProfile = "https://datapackage.org/profiles/2.0/dataresource.json"
	schemaProfile   = "https://datapackage.org/profiles/2.0/tableschema.json"
)

type dataPackage struct {
	Schema       string        `json:"$schema"`
	Name         string        `json:"name"`
	ID           string        `json:"id"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Homepage     string        `json:"homepage"`
	Version      string        `json:"version"`
	Licenses     []license     `json:"licenses,omitempty"`
	Contributors []contributor `json:"contributors,omitempty"`
	Sources      []dataSource  `json:"sources,omitempty"`
	Resources    []resource    `json:"resources"`
}

type license struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path"`
	Title string `json:"title"`
}

// tablePath is where the package of an edition has a table, which all editions share.
func tablePath(s *site.Site, t view.Table) string {
	if s.IsFirst() {
		return t.Name + ".csv"
	}
	return s.URL(t.Path())
}

// licenseAs is l for programs. The page at home repeats its words, if they name no licence
// that has an address.
func licenseAs(l view.License, home string) license {
	return license{l.Name, cmp.Or(l.Address, home), l.Words}
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type dataSource struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type resource struct {
	Schema      string      `json:"$schema"`
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Path        string      `json:"path"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Table       tableSchema `json:"schema"`
}

type tableSchema struct {
	Schema      string       `json:"$schema"`
	Fields      []field      `json:"fields"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Format      string      `json:"format,omitempty"`
	Description string      `json:"description"`
	Constraints *constraint `json:"constraints,omitempty"`
}

type constraint struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource,omitempty"` // none for the table itself
	Fields   []string `json:"fields"`
}

// writePackage writes datapackage.json.
func writePackage(w io.Writer, s *site.Site, views *view.Views) error {
	d := views.DataPackage()
	home := s.URL("/data/")
	p := dataPackage{
		Schema: packageProfile, Name: packageName(d.Title), ID: s.URL(view.PackagePath),
		Title: d.Title, Description: d.About, Homepage: home, Version: d.Version,
	}
	if d.License.Words != "" {
		p.Licenses = []license{licenseAs(d.License, home)}
	}
	if d.Publisher != "" {
		p.Contributors = []contributor{{d.Publisher, []string{"publisher"}}}
	}
	for _, o := range d.Sources {
		p.Sources = append(p.Sources, dataSource{o.Label, o.Href})
	}
	for _, t := range views.Tables() {
		p.Resources = append(p.Resources, resource{
			Schema: resourceProfile, Name: t.Name, Type: "table", Path: tablePath(s, t), Title: t.Title, Description: t.About,
			Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Table: schemaOf(t),
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

func schemaOf(t view.Table) tableSchema {
	s := tableSchema{Schema: schemaProfile, PrimaryKey: t.Key}
	for _, c := range t.Columns {
		f := field{Name: c.Name, Type: c.Type, Format: c.Format, Description: c.About}
		rule := constraint{Required: c.Needed, Unique: len(t.Key) == 1 && t.Key[0] == c.Name, Pattern: c.Pattern, Enum: c.Words}
		if rule.Required || rule.Pattern != "" || len(rule.Enum) > 0 {
			f.Constraints = &rule
		}
		s.Fields = append(s.Fields, f)
	}
	for _, r := range t.Refers {
		to := reference{r.Table, r.Key}
		if r.Table == t.Name {
			to.Resource = ""
		}
		s.ForeignKeys = append(s.ForeignKeys, foreignKey{r.Columns, to})
	}
	return s
}

// packageName is a title as the name of a package: small letters, digits and hyphens.
func packageName(title string) string {
	name := strings.Trim(notInName.ReplaceAllString(strings.ToLower(title), "-"), "-")
	if name == "" {
		return "data"
	}
	return name
}

var notInName = regexp.MustCompile(`[^a-z0-9]+`)
