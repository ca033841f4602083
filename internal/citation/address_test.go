package citation

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddress(t *testing.T) {
	const (
		lii  = "Legal Information Institute"
		ecfr = "Electronic Code of Federal Regulations"
		fec  = "Federal Election Commission"
		gpo  = "U.S. Government Publishing Office"
	)
	tests := []struct {
		give string
		want Address
	}{
		{"52 U.S.C. § 10307(c)", Address{"https://www.law.cornell.edu/uscode/text/52/10307#c", lii, Unofficial}},
		{"2 U.S.C. § 441a(a)(7)(B)(i)", Address{"https://www.law.cornell.edu/uscode/text/2/441a#a_7_B_i", lii, Unofficial}},
		{"18 U.S.C. § 597", Address{"https://www.law.cornell.edu/uscode/text/18/597", lii, Unofficial}},
		{"11 C.F.R. § 109.21(d)(1)", Address{"https://www.ecfr.gov/current/title-11/section-109.21#p-109.21(d)(1)", ecfr, Official}},
		{"11 C.F.R. § 100.26", Address{"https://www.ecfr.gov/current/title-11/section-100.26", ecfr, Official}},
		{"11 C.F.R. pt. 109", Address{"https://www.ecfr.gov/current/title-11/part-109", ecfr, Official}},
		{"558 U.S. 310", Address{"https://www.courtlistener.com/c/U.S./558/310/", "CourtListener", Unofficial}},
		{"77 F.4th 815", Address{"https://www.courtlistener.com/c/F.4th/77/815/", "CourtListener", Unofficial}},
		{"87 Fed. Reg. 77,467", Address{"https://www.federalregister.gov/citation/87-FR-77467", "Federal Register", Official}},
		{"AO 2024-1", Address{"https://www.fec.gov/data/legal/advisory-opinions/2024-01/", fec, Official}},
		{"MUR 8301", Address{"https://www.fec.gov/data/legal/matter-under-review/8301/", fec, Official}},
		{"Pub. L. No. 107-155", Address{"https://www.govinfo.gov/link/plaw/107/public/155", gpo, Official}},
		{"116 Stat. 81", Address{"https://www.govinfo.gov/link/statute/116/81", gpo, Official}},
		{"No. 23–1264 (U.S.)", Address{"https://www.supremecourt.gov/docket/docketfiles/html/public/23-1264.html", "Supreme Court of the United States", Official}},
		{"U.S. Const. amend. I", Address{"https://constitution.congress.gov/constitution/amendment-1/", "Library of Congress", Official}},
		{"U.S. Const. art. II, § 1", Address{"https://constitution.congress.gov/constitution/article-2/", "Library of Congress", Official}},
	}
	for _, tt := range tests {
		c, err := Parse(tt.give)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.give, err)
			continue
		}
		got, ok := c.Address(DefaultBases())
		if !ok {
			t.Errorf("%q has no address", tt.give)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.give, diff)
		}
	}
}

func TestNoAddress(t *testing.T) {
	justia := Bases{USReports: "https://supreme.justia.com/cases/federal/us/{volume}/{page}/"}
	tests := []struct {
		desc, give string
		bases      Bases
	}{
		{"unpaged", "603 U.S. ___", DefaultBases()},
		{"law before the 104th Congress", "Pub. L. No. 92-225", DefaultBases()},
		{"statutes after the last volume served", "134 Stat. 1182", DefaultBases()},
		{"statutes before the first volume served", "64 Stat. 81", DefaultBases()},
		{"register before 1994", "58 Fed. Reg. 100", DefaultBases()},
		{"docket before electronic filing", "No. 08-205 (U.S.)", DefaultBases()},
		{"docket of the last century", "No. 98-205 (U.S.)", DefaultBases()},
		{"Justia by docket number", "603 U.S. 593", justia},
		{"no template", "MUR 8301", justia},
		{"template switched off", "MUR 8301", Bases{MUR: ""}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			c, err := Parse(tt.give)
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := c.Address(tt.bases); ok {
				t.Errorf("address of %q = %+v", tt.give, got)
			}
		})
	}
	c, _ := Parse("558 U.S. 310")
	want := Address{"https://supreme.justia.com/cases/federal/us/558/310/", "Justia", Unofficial}
	got, _ := c.Address(justia)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCheckBase(t *testing.T) {
	for k, template := range DefaultBases() {
		if err := CheckBase(k, template); err != nil {
			t.Errorf("default base of %s: %v", k, err)
		}
	}
	tests := []struct {
		desc     string
		kind     Kind
		template string
		want     string
	}{
		{"switched off", MUR, "", ""},
		{"other publisher", USC, "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{title}-section{section}&num=0&edition=prelim", ""},
		{"no https", MUR, "http://www.fec.gov/{number}", "the address for mur does not begin with https://"},
		{"unknown placeholder", MUR, "https://www.fec.gov/{year}/", "unknown placeholder {year} in the address for mur; it may have {number}"},
		{"open placeholder", MUR, "https://www.fec.gov/{number", "the address for mur has a { without }"},
		{"open bracket", USC, "https://example.org/{title}[#{path}", "the address for usc has square brackets that do not pair"},
		{"user info", MUR, "https://u:p@example.org/{number}", `the address for mur has a name before the "@", which is for one reader alone`},
		{"dots", MUR, "https://example.org/{number}/../a", `the path of the address for mur has parts that lead nowhere: ".", ".." or two slashes`},
		{"two slashes", MUR, "https://example.org//{number}", `the path of the address for mur has parts that lead nowhere: ".", ".." or two slashes`},
		{"a slash at the end", MUR, "https://example.org/{number}/", ""},
		{"no host", MUR, "https:///{number}", "the address for mur is not a web address"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got := ""
			if err := CheckBase(tt.kind, tt.template); err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPublisher(t *testing.T) {
	tests := []struct {
		give, name string
		standing   Standing
	}{
		{"https://www.ecfr.gov/current/title-11", "Electronic Code of Federal Regulations", Official},
		{"https://www.legifrance.gouv.fr/codes/", "Légifrance", Official},
		{"https://law.justia.com/cases/", "Justia", Unofficial},
		{"https://www.example.org/a", "example.org", ""},
		{"not an address", "", ""},
	}
	for _, tt := range tests {
		if name, standing := Publisher(tt.give); name != tt.name || standing != tt.standing {
			t.Errorf("Publisher(%q) = %q, %q", tt.give, name, standing)
		}
	}
}

func TestKindNames(t *testing.T) {
	for i, k := range Kinds() {
		if j := slices.IndexFunc(Kinds(), func(l Kind) bool { return l.String() == k.String() }); j != i {
			t.Errorf("%v and %v have one name", k, Kinds()[j])
		}
		if _, ok := DefaultBases()[k]; !ok {
			t.Errorf("%s has no default base", k)
		}
	}
}

func TestResembles(t *testing.T) {
	for s, want := range map[string]bool{
		"52 U.S.C. § 10307(c) and more": true, "52 USC": true, "558 U.S.": true, "18 CFR part": true, "MUR 8301a": true, "AO 2024": true, "No. 23-1264": true,
		"Pub. Law 107-155": true, "U.S. Const. preamble": true,
		"Code électoral, art. L. 52-8": false, "Representation of the People Act 1983, s 75": false, "AO § 3": false, "Norsk valglov § 15-1": false,
		"Electoral Act 1997 (No. 25 of 1997)": false, "Statuto della Regione, art. 21": false, "Parteiengesetz § 25": false, "Trump v. United States": false,
	} {
		if got := Resembles(s); got != want {
			t.Errorf("Resembles(%q) = %v", s, got)
		}
	}
}
