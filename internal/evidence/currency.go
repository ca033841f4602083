package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// Money by name, sign or code. A name or a sign alone is often that of several
// currencies: what the source says of it counts, else the usual one.

// currency is the meaning of a currency's name or sign.
type currency struct {
	code   string // ISO 4217; unknownCurrency if it is one of several
	stated bool   // whether the words tell whose it is
	kind   string // what several share, of sharing
}

// unknownCurrency is the code of ISO 4217 for no currency.
const unknownCurrency = "XXX"

// sharing are the currencies of one name or sign, the usual one first if there is
// one. All that a sign stands for are written with it.
var sharing = func() map[string][]string {
	kinds := map[string][]string{
		"dollar":   strings.Fields("USD CAD AUD NZD HKD SGD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD"),
		"peso":     strings.Fields("XXX MXN ARS CLP COP CUP DOP PHP UYU"),
		"pound":    strings.Fields("GBP EGP FKP GIP IEP LBP SDG SHP SSP SYP"),
		"franc":    strings.Fields("XXX CHF XOF XAF XPF FRF BEF LUF BIF CDF DJF GNF KMF RWF"),
		"crown":    strings.Fields("XXX SEK NOK DKK ISK CZK EEK SKK"),
		"rupee":    strings.Fields("XXX INR PKR LKR NPR MUR SCR IDR"),
		"dinar":    strings.Fields("XXX DZD BHD IQD JOD KWD LYD MKD RSD TND"),
		"dirham":   strings.Fields("XXX AED MAD"),
		"rial":     strings.Fields("XXX IRR OMR QAR SAR YER"),
		"real":     {"BRL"},
		"shilling": strings.Fields("XXX KES SOS TZS UGX ATS"),
		"won":      strings.Fields("KRW KPW"),
		"lira":     strings.Fields("TRY ITL"),
		"euro":     {"EUR"}, "yen": {"JPY"}, "yuan": {"CNY"}, "rouble": strings.Fields("RUB BYN"), "zloty": {"PLN"}, "forint": {"HUF"},
		"hryvnia": {"UAH"}, "shekel": {"ILS"}, "rand": {"ZAR"}, "naira": {"NGN"}, "baht": {"THB"}, "lev": {"BGN"}, "leu": strings.Fields("RON MDL"),
		"mark": strings.Fields("DEM FIM BAM"), "dong": {"VND"}, "ringgit": {"MYR"}, "cedi": {"GHS"}, "taka": {"BDT"}, "tenge": {"KZT"},
	}
	kinds["$"] = slices.Concat(kinds["dollar"], kinds["peso"][1:], []string{"BRL"})
	kinds["£"] = kinds["pound"]
	kinds["¥"] = strings.Fields("JPY CNY")
	return kinds
}()

// signs are the currencies whose sign stands alone, and signLetters the countries
// that put theirs before it.
var (
	signs = map[string]currency{
		"$": {"USD", false, "$"}, "€": {"EUR", true, "euro"}, "£": {"GBP", false, "£"}, "¥": {"JPY", false, "¥"}, "₹": {"INR", true, "rupee"},
		"₽": {"RUB", true, "rouble"}, "₩": {"KRW", true, "won"}, "₪": {"ILS", true, "shekel"}, "₺": {"TRY", true, "lira"}, "₴": {"UAH", true, "hryvnia"},
		"₦": {"NGN", true, "naira"}, "₱": {"PHP", true, "peso"}, "฿": {"THB", true, "baht"},
	}
	signLetters = map[string]string{
		"us$": "USD", "u$": "USD", "ca$": "CAD", "c$": "CAD", "can$": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "aus$": "AUD", "r$": "BRL",
		"hk$": "HKD", "mx$": "MXN", "mex$": "MXN", "nz$": "NZD", "nt$": "TWD", "s$": "SGD", "sg$": "SGD", "j$": "JMD", "tt$": "TTD", "ar$": "ARS",
		"cn¥": "CNY", "jp¥": "JPY", "rmb¥": "CNY", "e£": "EGP", "le£": "EGP", "£e": "EGP", "ir£": "IEP",
	}
	codeLikeWords = strings.Fields("all cup gel mop pen top try sos")
)

// sharedBy reports whether money of a kind may be of a currency.
func sharedBy(kind, code string) bool { return slices.Contains(sharing[kind], code) }

// both is a currency that is told twice: "$640,000 CAD", "$77,000 pesos".
func (c currency) both(d currency) currency {
	switch {
	case c.code == d.code && c.code != unknownCurrency:
		return currency{c.code, c.stated || d.stated, c.kind}
	case d.stated && sharedBy(c.kind, d.code) && !c.stated:
		return d
	case c.stated && sharedBy(d.kind, c.code) && !d.stated:
		return c
	}
	return currency{code: unknownCurrency, kind: d.kind}
}

// of is what c is in a source whose money is known: a bare "$" in Canada.
func (c currency) of(source string) currency {
	if !c.stated && source != "" && sharedBy(c.kind, source) {
		c.code = source
	}
	return c
}

// sign reads a currency that stands before its number.
func (p *tokens) sign(i int) (currency, int) {
	t, next := p.at(i), p.at(i+1)
	if c, ok := signs[t.text]; ok && t.kind == mark {
		return c, i + 1
	}
	if t.kind != word {
		return currency{}, i
	}
	if c, ok := signs[next.text]; ok && next.kind == mark && !next.spaced {
		switch code := signLetters[t.text+next.text]; {
		case code != "":
			return currency{code, true, c.kind}, i + 2
		case isCode(t) && sharedBy(c.kind, strings.ToUpper(t.text)):
			return currency{strings.ToUpper(t.text), true, c.kind}, i + 2
		case t.upper:
			return currency{unknownCurrency, true, c.kind}, i + 2 // letters of no country that is known
		}
	}
	if next.kind == number && isCode(t) {
		return currency{strings.ToUpper(t.text), true, ""}, i + 1
	}
	return currency{}, i
}

// isCode reports whether t is a currency code in capitals.
func isCode(t *token) bool {
	return t.capitals && t.kind == word && len(t.text) == 3 && !slices.Contains(codeLikeWords, t.text) && amount.IsCurrency(strings.ToUpper(t.text))
}

// currencyName reads a currency by its name: "dollars", "Canadian dollars",
// "dollars canadiens".
func (p *tokens) currencyName(i int) (currency, int) {
	if c, n := p.l.currencies.at(p.ts, i); n > 0 {
		return c, n
	}
	nation, n := p.l.nations.at(p.ts, i)
	kind := p.l.moneyNames[p.at(i+n).text]
	if kind == "" || p.at(i+n).kind != word || n > 0 && !sharedBy(kind, nation) {
		return currency{}, 0
	}
	n++
	if nation == "" {
		if behind, m := p.l.nations.at(p.ts, i+n); m > 0 && sharedBy(kind, behind) && p.l.linkNouns {
			nation, n = behind, n+m
		}
	}
	if nation != "" {
		return currency{nation, true, kind}, n
	}
	return currency{sharing[kind][0], len(sharing[kind]) == 1, kind}, n
}

// currencyAt reads a currency behind its number: "dollars", "$", "M€", "USD".
func (p *tokens) currencyAt(i int) (currency, int) {
	if c, n := p.currencyName(i); n > 0 {
		return c, n
	}
	t := p.at(i)
	if c, ok := signs[t.text]; ok && t.kind == mark {
		if next := p.at(i + 1); next.kind == number && !next.spaced { // "four $50,000 checks"
			return currency{}, 0
		}
		country := p.at(i + 1)
		if code := signLetters[country.text+"$"]; code != "" && country.capitals && len(country.text) > 1 && t.text == "$" { // "47 $US"
			return currency{code, true, "$"}, 2
		}
		return c, 1
	}
	if p.isScaleLetter(i) {
		c := signs[p.at(i+1).text]
		return c, 2
	}
	if isCode(t) {
		return currency{strings.ToUpper(t.text), true, ""}, 1
	}
	return currency{}, 0
}

// isScaleLetter reports whether a scale letter with a sign stands at i: "M€".
func (p *tokens) isScaleLetter(i int) bool {
	t, sign := p.at(i), p.at(i+1)
	_, isSign := signs[sign.text]
	return t.kind == word && (t.upper || t.text == "k") && p.l.letters[t.text] > 0 && isSign && (!sign.spaced || !p.l.monthFirst)
}

// toldBehind reads the currency that is told behind a sum: "in Canadian dollars",
// "(Australian)", "Egyptian".
func (p *tokens) toldBehind(i int) (currency, int) {
	k := i
	t := p.at(i)
	bracket := t.text == "("
	if bracket || slices.Contains(p.l.in, t.text) {
		k++
	}
	c, n := p.currencyAt(k)
	if n == 0 && (bracket || k == i) {
		code, m := p.l.nations.at(p.ts, k)
		c, n = currency{code, true, ""}, m
		if k == i && n > 0 && p.isNounWord(k+n) { // "a $2 million Canadian fund"
			c.code = unknownCurrency
		}
	}
	if n == 0 || k == i && n == 1 && t.kind == mark || bracket && p.at(k+n).text != ")" {
		return currency{}, i
	}
	if bracket {
		n++
	}
	return c, k + n
}
