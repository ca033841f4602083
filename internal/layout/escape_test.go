package layout

import (
	"html/template"
	"testing"
)

// places are where a text may stand in a page, each with its own escapers.
const places = `{{define "places"}}<title>{{.}}</title><p title="{{.}}" id='{{.}}'>{{.}}</p><a href="{{.}}">` +
	`<a href='/{{.}}'><a href="/?q={{.}}"><a href="#{{.}}"><textarea>{{.}}</textarea>{{end}}`

// Every byte, and every pair of those that mean something, is escaped as
// html/template escapes it, whatever the type of the text says of it.
func TestEscapers(t *testing.T) {
	var texts []string
	for b := range 256 {
		texts = append(texts, string([]byte{byte(b)}), "x"+string([]byte{byte(b)})+"y")
	}
	const special = "ahx:/?#&;%+<>\"' \x00\xff=0F"
	for i := range special {
		for j := range special {
			texts = append(texts, special[i:i+1]+special[j:j+1], special[i:i+1]+special[j:j+1]+"2f")
		}
	}
	texts = append(texts, "", "javascript:x", "JavaScript:x", "http:x", "HTTPS:x", "mailto:x", "a/b:c", ":x", "data:,x", "é", "\u2028")
	data := struct {
		Told  struct{ Texts []string }
		Texts []string
		Other []template.CSS
		Parts []template.HTML
	}{Texts: texts}
	data.Told.Texts = texts
	for _, s := range texts {
		data.Other, data.Parts = append(data.Other, template.CSS(s)), append(data.Parts, template.HTML(s))
	}
	for _, text := range []string{
		places + `{{range .Texts}}{{template "places" .}}{{end}}`,
		places + `{{range .Other}}{{template "places" .}}{{end}}`,
		`{{range .Parts}}<p>{{.}}</p>{{end}}`,
		`<script type="application/ld+json">{{.Told}}</script>`,
	} {
		if left := compare(t, text, data); left != "" {
			t.Errorf("%s is left to html/template: %s", text, left)
		}
	}
}

func FuzzEscapers(f *testing.F) {
	f.Add("javascript:alert('x')")
	f.Add(`<a href="?a=1&b=%2f+é">`)
	f.Fuzz(func(t *testing.T, s string) {
		compare(t, places+`{{template "places" .A}}{{template "places" .B}}{{template "places" .C}}`,
			struct {
				A string
				B template.URL
				C template.HTML
			}{s, template.URL(s), template.HTML(s)})
	})
}
