package evidence

import "testing"

func TestNamesIn(t *testing.T) {
	states, numbers, sponsored := []string{"État clé", "États clés"}, []string{"numéros de téléphone"}, []string{"électeur parrainé"}
	tests := []struct {
		lang, stated string
		names        []string
		words        string
		want         bool
	}{
		{"fr", "swing states", states, "États clés", true},
		{"fr", "swing states", states, "États", true},
		{"fr", "swing states", states, "autres États clés", true},
		{"fr", "swing states", states, "comtés d’États", false},
		{"fr", "swing states", states, "comtés clés", false},
		{"fr", "swing states", nil, "comtés", true},
		{"fr", "phone numbers", numbers, "numéros de téléphone", true},
		{"fr", "phone numbers", numbers, "téléphones", false},
		{"fr", "sponsored voter", sponsored, "électeur qu'il", true},
		{"fr", "sponsored voter", sponsored, "day", false},
		{"fr", "sponsored voter", nil, "day", false},
		{"fr", "day", []string{"jour"}, "day", true},
		{"fr", "voters", nil, "percent", false},
		{"fr", "percent", []string{"%"}, "percent", true},
		{"en", "électeurs", []string{"registered voters"}, "voters", true},
		{"en", "électeurs", []string{"registered voters"}, "donors", false},
	}
	for _, tt := range tests {
		if got := NamesIn(tt.lang, tt.stated, tt.names, tt.words); got != tt.want {
			t.Errorf("%s: %q, called %q, by %q: %t", tt.lang, tt.stated, tt.names, tt.words, got)
		}
	}
}
