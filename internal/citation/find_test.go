package citation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found is a match as the tables write it: the text it covers and its canonical
// form.
type found struct{ Text, Canonical string }

func findAll(text string) []found {
	var got []found
	for _, m := range Find([]byte(text)) {
		got = append(got, found{text[m.Start:m.End], m.Citation.String()})
	}
	return got
}

func TestFindOne(t *testing.T) {
	tests := []struct{ desc, give, text, want string }{
		{"statute", "under 52 U.S.C. § 10307(c), whoever", "52 U.S.C. § 10307(c)", "52 U.S.C. § 10307(c)"},
		{"statute without sign", "see 52 U.S.C. 10307(c).", "52 U.S.C. 10307(c)", "52 U.S.C. § 10307(c)"},
		{"statute without stops", "see 52 USC 10307.", "52 USC 10307", "52 U.S.C. § 10307"},
		{"statute spaced", "52 U. S. C. § 10307", "52 U. S. C. § 10307", "52 U.S.C. § 10307"},
		{"statute by its site's name", "52 U.S. Code § 10307", "52 U.S. Code § 10307", "52 U.S.C. § 10307"},
		{"no space around the sign", "(52 U.S.C. §10307)", "52 U.S.C. §10307", "52 U.S.C. § 10307"},
		{"section in words", "18 U.S.C. section 597", "18 U.S.C. section 597", "18 U.S.C. § 597"},
		{"deep paragraph", "2 U.S.C. § 441a(a)(7)(B)(i)", "2 U.S.C. § 441a(a)(7)(B)(i)", "2 U.S.C. § 441a(a)(7)(B)(i)"},
		{"hyphenated section", "42 U.S.C. § 2000e-2(a)", "42 U.S.C. § 2000e-2(a)", "42 U.S.C. § 2000e-2(a)"},
		{"section printed with an en dash", "42 U.S.C. § 2000e–2", "42 U.S.C. § 2000e–2", "42 U.S.C. § 2000e-2"},
		{"et seq.", "52 U.S.C. § 30101 et seq. governs", "52 U.S.C. § 30101 et seq.", "52 U.S.C. § 30101"},
		{"note", "10 U.S.C. § 113 note.", "10 U.S.C. § 113 note", "10 U.S.C. § 113 note"},
		{"note as a verb", "of 18 U.S.C. § 2703 note the limits", "18 U.S.C. § 2703", "18 U.S.C. § 2703"},
		{"no-break spaces", "l'article 52\u00a0U.S.C.\u00a0§\u00a010307(c)\u00a0: nul", "52\u00a0U.S.C.\u00a0§\u00a010307(c)", "52 U.S.C. § 10307(c)"},
		{"narrow no-break space", "18\u202fU.S.C. §\u202f2705(b)", "18\u202fU.S.C. §\u202f2705(b)", "18 U.S.C. § 2705(b)"},
		{"thin space", "11 C.F.R. §\u2009109.21", "11 C.F.R. §\u2009109.21", "11 C.F.R. § 109.21"},
		{"over a line end", "see 52 U.S.C.\n§ 10307", "52 U.S.C.\n§ 10307", "52 U.S.C. § 10307"},
		{"year in parentheses glued on", "18 U.S.C. § 2703(2018)", "18 U.S.C. § 2703", "18 U.S.C. § 2703"},

		{"regulation", "11 C.F.R. § 109.21(d)(1)", "11 C.F.R. § 109.21(d)(1)", "11 C.F.R. § 109.21(d)(1)"},
		{"regulation without stops", "in 11 CFR 109.21, three", "11 CFR 109.21", "11 C.F.R. § 109.21"},
		{"regulation at a sentence's end", "in 11 CFR 109.21.", "11 CFR 109.21", "11 C.F.R. § 109.21"},
		{"part", "11 CFR part 109", "11 CFR part 109", "11 C.F.R. pt. 109"},
		{"part, canonical", "11 C.F.R. pt. 109.", "11 C.F.R. pt. 109", "11 C.F.R. pt. 109"},
		{"section with letter and hyphen", "17 C.F.R. § 240.10b-5(b)", "17 C.F.R. § 240.10b-5(b)", "17 C.F.R. § 240.10b-5(b)"},
		{"section with inner digits", "17 CFR 240.15c3-1", "17 CFR 240.15c3-1", "17 C.F.R. § 240.15c3-1"},

		{"decision", "Citizens United v. FEC, 558 U.S. 310 (2010)", "558 U.S. 310", "558 U.S. 310"},
		{"decision spaced, with pincite", "558 U. S. 310, 365", "558 U. S. 310", "558 U.S. 310"},
		{"decision with no-break spaces", "558\u00a0U.S.\u00a0310", "558\u00a0U.S.\u00a0310", "558 U.S. 310"},
		{"unpaged decision", "603 U.S. ___ (2024)", "603 U.S. ___", "603 U.S. ___"},
		{"unpaged, escaped for Markdown", `603 U. S. \_\_\_\_ (2024)`, `603 U. S. \_\_\_\_`, "603 U.S. ___"},
		{"neither volume nor page", "___ U.S. ___ (2026)", "___ U.S. ___", "___ U.S. ___"},
		{"circuit decision, first series", "12 F. 345", "12 F. 345", "12 F. 345"},
		{"circuit decision, second series", "12 F.2d 345", "12 F.2d 345", "12 F.2d 345"},
		{"circuit decision, third series", "599 F.3d 686 (D.C. Cir. 2010) (en banc)", "599 F.3d 686", "599 F.3d 686"},
		{"circuit decision, fourth series", "77 F.4th 815", "77 F.4th 815", "77 F.4th 815"},
		{"circuit decision spaced", "77 F. 4th 815, 820", "77 F. 4th 815", "77 F.4th 815"},

		{"register", "87 Fed. Reg. 77,467 (Dec. 19, 2022)", "87 Fed. Reg. 77,467", "87 Fed. Reg. 77467"},
		{"register, short", "87 FR 77467", "87 FR 77467", "87 Fed. Reg. 77467"},
		{"register, pages", "87 Fed. Reg. 77467-77480", "87 Fed. Reg. 77467", "87 Fed. Reg. 77467"},
		{"register, French grouping", "87 Fed. Reg. 77\u202f467", "87 Fed. Reg. 77\u202f467", "87 Fed. Reg. 77467"},
		{"statutes at large", "116 Stat. 81", "116 Stat. 81", "116 Stat. 81"},
		{"statutes at large, grouped", "134 Stat. 1,182", "134 Stat. 1,182", "134 Stat. 1182"},

		{"advisory opinion", "In AO 2024-01, the FEC", "AO 2024-01", "FEC Advisory Opinion 2024-01"},
		{"advisory opinion, one digit", "A.O. 2024-1", "A.O. 2024-1", "FEC Advisory Opinion 2024-01"},
		{"advisory opinion in full", "FEC Advisory Opinion 2024-01", "FEC Advisory Opinion 2024-01", "FEC Advisory Opinion 2024-01"},
		{"advisory opinion, Bluebook", "FEC Advisory Op. 2024-01", "FEC Advisory Op. 2024-01", "FEC Advisory Opinion 2024-01"},
		{"advisory opinion with No.", "Advisory Opinion No. 2010–09", "Advisory Opinion No. 2010–09", "FEC Advisory Opinion 2010-09"},
		{"matter", "closed MUR 8301.", "MUR 8301", "MUR 8301"},
		{"matter with sign", "MUR #8301", "MUR #8301", "MUR 8301"},
		{"public law", "Pub. L. No. 107-155", "Pub. L. No. 107-155", "Pub. L. No. 107-155"},
		{"public law, short", "P.L. 107–155", "P.L. 107–155", "Pub. L. No. 107-155"},
		{"public law in words", "Public Law 107-155", "Public Law 107-155", "Pub. L. No. 107-155"},
		{"docket", "Trump v. United States, No. 23-939 (U.S. July 1, 2024)", "No. 23-939", "No. 23-939 (U.S.)"},
		{"docket, en dash", "No. 23–1264 (U. S. Oct. 7, 2024)", "No. 23–1264", "No. 23-1264 (U.S.)"},
		{"docket, stage", "No. 23-1264 (U.S. petition for cert. filed May 30, 2024)", "No. 23-1264", "No. 23-1264 (U.S.)"},
		{"application", "No. 23A814 (U.S.)", "No. 23A814", "No. 23A814 (U.S.)"},
		{"amendment", "U.S. Const. amend. I", "U.S. Const. amend. I", "U.S. Const. amend. I"},
		{"amendment, section", "U.S. Const., amend. XIV, § 1.", "U.S. Const., amend. XIV, § 1", "U.S. Const. amend. XIV, § 1"},
		{"article, clause", "U.S. Const. art. I, § 8, cl. 3", "U.S. Const. art. I, § 8, cl. 3", "U.S. Const. art. I, § 8, cl. 3"},
		{"amendment in figures", "U. S. Const. amend. 2", "U. S. Const. amend. 2", "U.S. Const. amend. II"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			want := []found{{tt.text, tt.want}}
			if diff := cmp.Diff(want, findAll(tt.give)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.give, diff)
			}
		})
	}
}

func TestFindNone(t *testing.T) {
	tests := []struct{ desc, give string }{
		{"date", "on 2024-10-05 and on October 5, 2024"},
		{"amount", "more than 75 million USD, or $47 per voter"},
		{"count", "a brief of 165 pages"},
		{"vulnerability number", "CVE-2024-1264"},
		{"adjective", "in 18 U.S. states"},
		{"adjective before a year", "the 50 U.S. 2024 primaries"},
		{"adjective before a compound", "12 U.S. 500-page reports"},
		{"bare docket", "No. 23-1264"},
		{"circuit docket", "No. 23-5044 (D.C. Cir. 2023)"},
		{"district docket", "No. 1:23-cr-00257 (D.D.C.)"},
		{"docket of the Tax Court", "No. 23-1264 (U.S. Tax Court)"},
		{"docket of a small-written court", "No. 23-1264 (U.S. district court)"},
		{"committee", "committee C00879510"},
		{"amendment as a doctrine", "the First Amendment"},
		{"amendment that does not exist", "U.S. Const. amend. XXVIII"},
		{"title that does not exist", "99 U.S.C. § 1"},
		{"code without section", "title 52 U.S.C. governs"},
		{"university", "at USC 24 students"},
		{"amount before a code", "$52 U.S.C. § 10307"},
		{"decimal before a code", "1.52 U.S.C. § 10307"},
		{"letters glued to a section", "52 U.S.C. § 10307shall"},
		{"decimal section of a statute", "52 U.S.C. § 103.07"},
		{"tax regulation with an inner parenthesis", "26 C.F.R. § 1.401(k)-1"},
		{"district reporter", "12 F. Supp. 2d 345"},
		{"rules decisions", "87 F.R.D. 12"},
		{"unpublished circuit reporter", "12 F. App'x 345"},
		{"register page in doubt", "87 Fed. Reg. 77 467"},
		{"rupees", "MUR 500 million, MUR 1,500, MUR 12 500"},
		{"date after an abbreviation", "AO 2024-10-05"},
		{"word that begins like one", "AOL 2024-01, MURAL 12, Public Lawn 107-155"},
		{"over a blank line", "52 U.S.C.\n\n§ 10307"},
		{"signs", "§§ ___ §"},
		{"nothing", ""},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff([]found(nil), findAll(tt.give)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.give, diff)
			}
		})
	}
}

func TestFindLists(t *testing.T) {
	tests := []struct {
		desc, give string
		want       []found
	}{
		{"sections", "18 U.S.C. §§ 2703, 2705(b)", []found{
			{"18 U.S.C. §§ 2703", "18 U.S.C. § 2703"}, {"2705(b)", "18 U.S.C. § 2705(b)"},
		}},
		{"sections with and", "18 U.S.C. §§ 371, 1343, and 2000e-2.", []found{
			{"18 U.S.C. §§ 371", "18 U.S.C. § 371"}, {"1343", "18 U.S.C. § 1343"}, {"2000e-2", "18 U.S.C. § 2000e-2"},
		}},
		{"French list", "18 U.S.C. §§\u00a02703 et 2705", []found{
			{"18 U.S.C. §§\u00a02703", "18 U.S.C. § 2703"}, {"2705", "18 U.S.C. § 2705"},
		}},
		{"range", "44 U.S.C. §§ 2201-2209", []found{
			{"44 U.S.C. §§ 2201", "44 U.S.C. § 2201"}, {"2209", "44 U.S.C. § 2209"},
		}},
		{"one sign makes no list", "18 U.S.C. § 2703, 2705", []found{
			{"18 U.S.C. § 2703", "18 U.S.C. § 2703"},
		}},
		{"a count is no section", "18 U.S.C. §§ 2703 and 3 others", []found{
			{"18 U.S.C. §§ 2703", "18 U.S.C. § 2703"},
		}},
		{"the next citation is no section", "18 U.S.C. §§ 2, 52 U.S.C. § 10307", []found{
			{"18 U.S.C. §§ 2", "18 U.S.C. § 2"}, {"52 U.S.C. § 10307", "52 U.S.C. § 10307"},
		}},
		{"regulations", "11 CFR §§ 109.20 and 109.21(d)", []found{
			{"11 CFR §§ 109.20", "11 C.F.R. § 109.20"}, {"109.21(d)", "11 C.F.R. § 109.21(d)"},
		}},
		{"range of regulations", "11 CFR §§ 109.20–109.23", []found{
			{"11 CFR §§ 109.20", "11 C.F.R. § 109.20"}, {"109.23", "11 C.F.R. § 109.23"},
		}},
		{"range or section", "11 CFR §§ 109.20-23", nil},
		{"parts", "11 CFR parts 100 and 109", []found{
			{"11 CFR parts 100", "11 C.F.R. pt. 100"}, {"109", "11 C.F.R. pt. 109"},
		}},
		{"matters", "MURs 8301, 8302 and 12 others", []found{
			{"MURs 8301", "MUR 8301"}, {"8302", "MUR 8302"},
		}},
		{"opinions", "AOs 2010-09 and 2010-11", []found{
			{"AOs 2010-09", "FEC Advisory Opinion 2010-09"}, {"2010-11", "FEC Advisory Opinion 2010-11"},
		}},
		{"a law in full", "Pub. L. No. 107-155, 116 Stat. 81 (2002), amending 2 U.S.C. § 441a", []found{
			{"Pub. L. No. 107-155", "Pub. L. No. 107-155"}, {"116 Stat. 81", "116 Stat. 81"}, {"2 U.S.C. § 441a", "2 U.S.C. § 441a"},
		}},
		{"a volume after a page", "558 U.S. 310, 599 F.3d 686", []found{
			{"558 U.S. 310", "558 U.S. 310"}, {"599 F.3d 686", "599 F.3d 686"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, findAll(tt.give)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.give, diff)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"52\u00a0U.S.C.\u202f§ 10307(c)(1)(A) note", "18 U.S.C. §§ 2703, 2705(b) et seq.", "11 CFR parts 100–109",
		"17 C.F.R. § 240.15c3-1(a)", "___ U.S. ___, 77 F. 4th 815; 87 FR 77,467", `603 U.S. \_\_`, "FEC AO 2024-1",
		"MURs #8301, 8302", "P.L. 107-155, 116 Stat. 81", "No. 23A814 (U.S., Oct. 7, 2024)",
		"U.S. Const. art. I, § 8, cl. 3", "\xff52 U.S.C. §\xc2 1", "U", "F.", "26 U.S.C. § 280G(b)(2)(I)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, m := range Find([]byte(text)) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("match %d:%d after %d in %q", m.Start, m.End, last, text)
			}
			last = m.End
			got, err := Parse(m.Citation.String())
			if err != nil || got != m.Citation {
				t.Fatalf("Parse(%q) = %+v, %v; want %+v", m.Citation.String(), got, err, m.Citation)
			}
			if slug := m.Citation.Slug(); m.Citation.Unpaged != (slug == "") || slug != "" && !isKebab(slug) {
				t.Fatalf("slug %q of %+v", slug, m.Citation)
			}
			if a, ok := m.Citation.Address(DefaultBases()); ok && strings.ContainsAny(a.URL, "{}[] \"'<>") {
				t.Fatalf("address %q", a.URL)
			}
		}
		_, _ = Parse(text)
	})
}

func isKebab(s string) bool {
	for word := range strings.SplitSeq(s, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

var benchmarkProse = []byte(strings.Repeat("Next writes that Elon Musk pays for each registered voter of a swing state who signs, "+
	"and that the Supreme Court of the United States declined to review the case of X in October. ", 400))

func BenchmarkFindProse(b *testing.B) {
	b.SetBytes(int64(len(benchmarkProse)))
	b.ReportAllocs()
	for b.Loop() {
		Find(benchmarkProse)
	}
}

func BenchmarkFindDense(b *testing.B) {
	text := []byte(strings.Repeat("See 52 U.S.C. § 10307(c); 11 C.F.R. § 109.21(d)(1); 558 U.S. 310 (2010); AO 2024-01; MUR 8301. ", 200))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}
