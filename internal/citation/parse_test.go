package citation

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

func TestParse(t *testing.T) {
	tests := []struct {
		desc, give string
		want       Citation
	}{
		{"statute", "52 U.S.C. § 10307(c)", Citation{Kind: USC, Volume: 52, Number: "10307", Sub: "(c)"}},
		{"act", "52 U.S.C. § 30101 et seq.", Citation{Kind: USC, Volume: 52, Number: "30101"}},
		{"statute with its year", "18 U.S.C. § 597 (2018)", Citation{Kind: USC, Volume: 18, Number: "597"}},
		{"statutory note", "10 U.S.C. § 113 note", Citation{Kind: USC, Volume: 10, Number: "113", Note: true}},
		{"regulation", "11 CFR 109.21(d)(1)", Citation{Kind: CFR, Volume: 11, Number: "109.21", Sub: "(d)(1)"}},
		{"part", "11 CFR part 109", Citation{Kind: CFRPart, Volume: 11, Number: "109"}},
		{"decision with pincite and year", "558 U.S. 310, 365-66 (2010)", Citation{Kind: USReports, Volume: 558, Number: "310"}},
		{"decision with court and note", "599 F.3d 686 (D.C. Cir. 2010) (en banc)", Citation{Kind: FederalReporter, Volume: 599, Series: "F.3d", Number: "686"}},
		{"unpaged", "603 U.S. ____ (2024)", Citation{Kind: USReports, Volume: 603, Unpaged: true}},
		{"register pages", "87 Fed. Reg. 77,467-77,480 (Dec. 19, 2022)", Citation{Kind: FederalRegister, Volume: 87, Number: "77467"}},
		{"opinion", "AO 2024-1", Citation{Kind: AdvisoryOpinion, Volume: 2024, Number: "01"}},
		{"matter", "MUR #8301", Citation{Kind: MUR, Number: "8301"}},
		{"law", "Public Law 107-155", Citation{Kind: PublicLaw, Volume: 107, Number: "155"}},
		{"statutes", "116 Stat. 81, 91", Citation{Kind: StatutesAtLarge, Volume: 116, Number: "81"}},
		{"docket", "No. 23-939 (U.S. July 1, 2024)", Citation{Kind: Docket, Number: "23-939"}},
		{"amendment", "U.S. Const. amend. XIV, § 1", Citation{Kind: Constitution, Series: "amend.", Number: "14", Sub: "1"}},
		{"article", "U.S. Const. art. I, § 8, cl. 3", Citation{Kind: Constitution, Series: "art.", Number: "1", Sub: "8.3"}},
		{"spaces around", "\u00a0MUR 8301 ", Citation{Kind: MUR, Number: "8301"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got, err := Parse(tt.give)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.give, diff)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		desc, give string
		want       *diag.Mistake
	}{
		{"empty", "", diag.Wrong(0, 0, "empty citation", `write for example "52 U.S.C. § 10307(c)"`)},
		{"name in front", "Citizens United v. FEC, 558 U.S. 310", diag.Wrong(0, 24, `"Citizens United v. FEC," is not part of the citation`, `write only "558 U.S. 310"`)},
		{"words behind", "MUR 8301 closed", diag.Wrong(9, 15, `"closed" is not part of the citation`, `write only "MUR 8301"`)},
		{"list", "18 U.S.C. §§ 2703, 2705(b)", diag.Wrong(21, 28, "a second citation in one entry", "give each citation an entry of its own")},
		{"bare docket", "No. 23-1264", diag.Wrong(0, 11, `"No. 23-1264" is not a citation known here`, `a docket number needs its court: "No. 23-939 (U.S.)"; other courts' dockets have no address that can be derived`)},
		{"no section", "52 U.S.C.", diag.Wrong(0, 9, `"52 U.S.C." is not a citation known here`, `a statute is written "52 U.S.C. § 10307(c)"`)},
		{"no paragraph closed", "52 U.S.C. § 10307(c", diag.Wrong(18, 20, `"(c" is not part of the citation`, `write only "52 U.S.C. § 10307"`)},
		{"document", "Federal Prosecution of Election Offenses", diag.Wrong(0, 40, `"Federal Prosecution of Election Offenses" is not a citation known here`, "")},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			_, err := Parse(tt.give)
			var got *diag.Mistake
			if !errors.As(err, &got) {
				t.Fatalf("Parse(%q) error = %v", tt.give, err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.give, diff)
			}
		})
	}
}
