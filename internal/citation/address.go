package citation

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// An Address is where the text of an authority can be read.
type Address struct {
	URL       string
	Publisher string // in words: "Legal Information Institute"
	Standing  Standing
}

// A Standing says what a publisher of law is; it is empty of one that is not known here.
type Standing string

const (
	Official   Standing = "official" // the public body responsible for the text
	Unofficial Standing = "unofficial"
)

// Bases has the template of an address for each kind. A kind without
// template, or with an empty one, has no derived addresses.
//
// A template is an https address with placeholders:
//
//	usc                {title} {section} {path}, where path is "a_7_B"
//	cfr                {title} {part} {section} {sub}, where sub is "(d)(1)"
//	cfr-part           {title} {part}
//	us-reports         {volume} {page}
//	federal-reporter   {reporter} {volume} {page}
//	federal-register   {volume} {page}
//	statutes-at-large  {volume} {page}
//	advisory-opinion   {year} {number}
//	mur                {number}
//	public-law         {congress} {number}
//	docket             {number}
//	constitution       {division}, "amendment-1" or "article-2"
//
// Text in square brackets is left out where a placeholder in it is empty:
// "[#{path}]".
type Bases map[Kind]string

// DefaultBases returns the templates of a site that configures none. Where a
// public body serves a stable address for each authority, it is preferred;
// statutes and decisions are addressed at unofficial publishers, whose addresses
// reach the paragraph or follow from the reporter's volume and page.
func DefaultBases() Bases {
	return Bases{
		USC:             "https://www.law.cornell.edu/uscode/text/{title}/{section}[#{path}]",
		CFR:             "https://www.ecfr.gov/current/title-{title}/section-{section}[#p-{section}{sub}]",
		CFRPart:         "https://www.ecfr.gov/current/title-{title}/part-{part}",
		USReports:       "https://www.courtlistener.com/c/U.S./{volume}/{page}/",
		FederalReporter: "https://www.courtlistener.com/c/{reporter}/{volume}/{page}/",
		FederalRegister: "https://www.federalregister.gov/citation/{volume}-FR-{page}",
		AdvisoryOpinion: "https://www.fec.gov/data/legal/advisory-opinions/{year}-{number}/",
		MUR:             "https://www.fec.gov/data/legal/matter-under-review/{number}/",
		PublicLaw:       "https://www.govinfo.gov/link/plaw/{congress}/public/{number}",
		StatutesAtLarge: "https://www.govinfo.gov/link/statute/{volume}/{page}",
		Docket:          "https://www.supremecourt.gov/docket/docketfiles/html/public/{number}.html",
		Constitution:    "https://constitution.congress.gov/constitution/{division}/",
	}
}

var placeholders = map[Kind][]string{
	USC:             {"title", "section", "path"},
	CFR:             {"title", "part", "section", "sub"},
	CFRPart:         {"title", "part"},
	USReports:       {"volume", "page"},
	FederalReporter: {"reporter", "volume", "page"},
	FederalRegister: {"volume", "page"},
	StatutesAtLarge: {"volume", "page"},
	AdvisoryOpinion: {"year", "number"},
	MUR:             {"number"},
	PublicLaw:       {"congress", "number"},
	Docket:          {"number"},
	Constitution:    {"division"},
}

// CheckBase reports what is wrong with a template for k: an author wrote it.
func CheckBase(k Kind, template string) error {
	if template == "" {
		return nil
	}
	if !strings.HasPrefix(template, "https://") {
		return fmt.Errorf("the address for %s does not begin with https://", k)
	}
	known := placeholders[k]
	rest := template
	for {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			break
		}
		name, next, ok := strings.Cut(after, "}")
		if !ok {
			return fmt.Errorf("the address for %s has a { without }", k)
		}
		if !slices.Contains(known, name) {
			return fmt.Errorf("unknown placeholder {%s} in the address for %s; it may have {%s}", name, k, strings.Join(known, "}, {"))
		}
		rest = next
	}
	depth := 0
	for _, r := range template {
		switch r {
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth < 0 || depth > 1 {
			break
		}
	}
	if depth != 0 {
		return fmt.Errorf("the address for %s has square brackets that do not pair", k)
	}
	if u, err := url.Parse(expand(template, func(string) string { return "1" })); err != nil || u.Host == "" {
		return fmt.Errorf("the address for %s is not a web address", k)
	} else if u.User != nil {
		return fmt.Errorf("the address for %s has a name before the %q, which is for one reader alone", k, "@")
	} else if p := strings.TrimSuffix(u.Path, "/"); p != "" && path.Clean(p) != p {
		return fmt.Errorf("the path of the address for %s has parts that lead nowhere: %q, %q or two slashes", k, ".", "..")
	}
	return nil
}

// reach lists what a publisher's addresses cover, where this is less than all
// volumes. Beyond it no address is derived.
var reach = []struct {
	kind        Kind
	host        string
	first, last int
}{
	// govinfo resolves laws from the 104th Congress on, and these volumes.
	{PublicLaw, "www.govinfo.gov", 104, 999},
	{StatutesAtLarge, "www.govinfo.gov", 65, 125},
	// federalregister.gov has the issues since 1994.
	{FederalRegister, "www.federalregister.gov", 59, 999},
	// Justia addresses recent volumes by docket number until they are bound.
	{USReports, "supreme.justia.com", 1, 580},
	// The Supreme Court's docket pages of this form begin with electronic
	// filing in the 2017 Term; "98-…" is of 1998.
	{Docket, "www.supremecourt.gov", 17, 69},
}

// Address returns where the cited text can be read. It is false where that
// cannot be derived: no template, a volume outside the publisher's addresses, a
// decision without page.
func (c Citation) Address(bases Bases) (Address, bool) {
	template := bases[c.Kind]
	if template == "" || c.Unpaged || c.Kind == Unknown {
		return Address{}, false
	}
	address := expand(template, c.part)
	u, err := url.Parse(address)
	if err != nil {
		return Address{}, false
	}
	volume := c.Volume
	if c.Kind == Docket {
		volume = leadingInt(c.Number)
	}
	for _, r := range reach {
		if r.kind == c.Kind && r.host == u.Host && (volume < r.first || volume > r.last) {
			return Address{}, false
		}
	}
	publisher, standing := Publisher(address)
	return Address{address, publisher, standing}, true
}

// expand fills in placeholders and drops bracketed text with an empty one.
func expand(template string, value func(name string) string) string {
	var b strings.Builder
	for template != "" {
		before, rest, ok := strings.Cut(template, "[")
		s, _ := fill(before, value)
		b.WriteString(s)
		if !ok {
			break
		}
		inside, after, _ := strings.Cut(rest, "]")
		if s, whole := fill(inside, value); whole {
			b.WriteString(s)
		}
		template = after
	}
	return b.String()
}

// fill fills in placeholders; whole is false if one of them is empty.
func fill(s string, value func(name string) string) (filled string, whole bool) {
	var b strings.Builder
	whole = true
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), whole
		}
		name, after, _ := strings.Cut(rest, "}")
		v := value(name)
		if v == "" {
			whole = false
		}
		b.WriteString(v)
		s = after
	}
}

// part returns the value of a placeholder.
func (c Citation) part(name string) string {
	switch name {
	case "title", "volume", "year", "congress":
		return strconv.Itoa(c.Volume)
	case "reporter":
		return c.Series
	case "section", "page":
		return c.Number
	case "number":
		return strings.ToLower(c.Number)
	case "part":
		part, _, _ := strings.Cut(c.Number, ".")
		return part
	case "sub":
		return c.Sub
	case "path":
		return strings.ReplaceAll(strings.Trim(c.Sub, "()"), ")(", "_")
	case "division":
		if c.Series == "art." {
			return "article-" + c.Number
		}
		return "amendment-" + c.Number
	}
	return ""
}

// publishers are the names of the sites that law is linked to.
var publishers = []struct {
	host, name string
	standing   Standing
}{
	{"uscode.house.gov", "Office of the Law Revision Counsel", Official},
	{"ecfr.gov", "Electronic Code of Federal Regulations", Official},
	{"govinfo.gov", "U.S. Government Publishing Office", Official},
	{"federalregister.gov", "Federal Register", Official},
	{"fec.gov", "Federal Election Commission", Official},
	{"supremecourt.gov", "Supreme Court of the United States", Official},
	{"justice.gov", "U.S. Department of Justice", Official},
	{"legifrance.gouv.fr", "Légifrance", Official},
	{"legislation.gov.uk", "legislation.gov.uk", Official},
	{"eur-lex.europa.eu", "EUR-Lex", Official},
	{"constitution.congress.gov", "Library of Congress", Official},
	{"law.cornell.edu", "Legal Information Institute", Unofficial},
	{"courtlistener.com", "CourtListener", Unofficial},
	{"supreme.justia.com", "Justia", Unofficial},
	{"law.justia.com", "Justia", Unofficial},
}

// Publisher returns the publisher of an address, in words if it is a known one,
// else its host, and what it is.
func Publisher(address string) (name string, standing Standing) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	for _, p := range publishers {
		if p.host == host {
			return p.name, p.standing
		}
	}
	return host, ""
}
