package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReversed(t *testing.T) {
	for _, tt := range []struct {
		quote, translation string
		want               string // empty if they agree
	}{
		{"n’a jamais versé un dollar", "never paid a dollar", ""},
		{"n’a jamais versé un dollar", "paid a dollar", "the quote has a negation (“jamais”), the translation has none"},
		{"sans le consentement", "without the consent", ""},
		{"sans doute le plus riche", "no doubt the richest", ""},
		{"plus de dons que jamais", "more gifts than ever", ""},
		{"ne parvient pas à échapper", "fails to escape", ""},
		{"ne compte que deux donateurs", "has only two donors", ""},
		{"pas seulement les dons", "not only the gifts", ""},
		{"que ce dernier rejette", "which the latter rejects", ""},
		{"que ce dernier rejette", "which the latter does not accept", ""},
		{"dément avoir payé", "admits having paid", "the quote has a denial (“dément”), the translation has none"},
		{"pourrait être décisive", "could be decisive", ""},
		{"pourrait être décisive", "is decisive", "the quote has a doubt or a condition (“pourrait”), the translation has none"},
		{"S’il perd, je suis foutu", "If he loses, I’m done for", ""},
		{"il s’est enrichi", "he got rich", ""},
		{"le 5 mai", "on 5 May", ""},
		{"amie d’Israël", "friend of Israel", ""},
		{"amie d’Israël", "enemy of Israel", "the quote has “amie”, the translation “enemy”"},
		{"actes privés", "public acts", "the quote has “privés”, the translation “public”"},
		{"n’a pas refusé de payer", "refused to pay", "the quote has a negation (“pas”), the translation has none"},
		{"un premier pas", "a first step", ""},
		{"loin d’avoir payé", "paid", "the quote has “loin d’”, the translation denies nothing"},
		{"loin d’avoir payé", "far from having paid", ""},
		{"loin de Paris", "far from Paris", ""},
		{"a cessé de payer", "pays", "the quote has “cessé de”, the translation denies nothing"},
		{"a cessé de payer", "stopped paying", ""},
		{"payait", "seldom paid", "the translation has “seldom”, the quote denies nothing"},
		{"à but non lucratif", "nonprofit", ""},
		{"injoignable", "cannot be reached", ""},
		{"on ignore si Doe a payé", "Doe paid", "the quote has a doubt or a condition (“on ignore si”), the translation has none"},
		{"on ignore si Doe a payé", "it is unclear whether Doe paid", ""},
		{"légalement", "illegally", "the quote has “légalement”, the translation “illegally”"},
		{"aurait payé", "is thought to have paid", ""},
	} {
		got, _ := Reversed(Quote{Lang: "fr", Text: tt.quote, Translation: tt.translation})
		if got.Message != tt.want {
			t.Errorf("%s / %s: %q, want %q", tt.quote, tt.translation, got.Message, tt.want)
		}
	}
	if r, found := Reversed(Quote{Lang: "de", Text: "nie bezahlt", Translation: "paid"}); found {
		t.Errorf("a language that is not read: %v", r)
	}
}

func TestTurned(t *testing.T) {
	for _, tt := range []struct {
		sentence, quote string
		turned          bool
	}{
		{"BFM writes that Musk promises this; it names no payer.", "promises a million", false},
		{"BFM writes that Musk does not promise this.", "promises a million", true},
		{"BFM writes that Musk, whom it does not call a donor, promises this.", "promises a million", false},
		{"BFM does not write that Musk promises this.", "promises a million", true},
		{"BFM does not say what Musk promises.", "promises a million", false},
		{"BFM mentions Musk’s fortune, without a figure, as one of his means.", "his fortune", false},
		{"According to Wired, cited by Next, Musk is no risk.", "a risk", true},
		{"According to Wired, cited by Next, Musk is a risk; Next does not think so.", "a risk", false},
		{"Next writes that Trump rejects the accusations.", "which he rejects", false},
		{"Next writes that Trump accepts the accusations.", "which he rejects", true},
		{"Next writes that the request was denied in May.", "on 5 May", false},
		{"Next writes that Musk denies having paid.", "paid 47 dollars", true},
		{"Next writes that the fund might be new, and that it might grow.", "the fund is new", true},
		{"Next writes that the fund is new, and that it might grow.", "the fund is new", false},
		{"Next writes that the committee may accept gifts.", "can accept gifts", false},
		{"Next writes that Trump does not accept this.", "which he rejects", false},
		{"Next writes that only a few voters could tip the balance.", "a few voters", false},
		{"Next writes that a gift resembles a purchase.", "could resemble a purchase", true},
		{"Next writes that Doe paid.", "critics doubt that Doe paid", true},
		{"Next writes that Doe paid.", "it is unclear whether Doe paid", true},
		{"Next writes that it is unclear whether Doe paid.", "did not say whether it paid", false},
		{"Next writes that Doe won.", "had Doe paid, she would have won", true},
		{"Next writes that Doe paid.", "was rumored to have paid", true},
		{"Next writes that Doe may have paid.", "was rumored to have paid", false},
		{"Next writes that Doe paid.", "rarely paid", true},
		{"Next writes that Doe pays.", "stopped paying", true},
		{"Next writes that Doe no longer pays.", "stopped paying", false},
		{"Next writes that Doe stopped paying.", "pays", true},
		{"Next writes that Doe is far from winning.", "far from winning", false},
		{"Next writes that Doe is not far from winning.", "far from winning", true},
		{"Next writes that Doe acted legally.", "acted illegally", true},
		{"Next writes that the bill is paid.", "the bill is unpaid", true},
		{"Next writes that donors gave this; they are not named.", "unnamed donors", false},
		{"Next writes that Doe has paid.", "will pay", true},
		{"Next writes that Doe will pay.", "will pay", false},
		{"Next writes that Doe promised to pay what she had given before.", "will pay", false},
		{"Next writes that Doe gave this.", "will give again what she gave", false},
		{"Next writes that Doe has no money.", "lacks money", false},
		{"Next writes that Doe lacks money.", "has no money", false},
		{"Next writes that it is a nonprofit.", "a non-profit organization", false},
		{"Next writes that it is a non-profit organization.", "a nonprofit", false},
		{"Next writes that Doe is unreachable.", "cannot be reached", false},
		{"Next writes that Doe cannot be reached.", "is unreachable", false},
	} {
		message, got := Turned(tt.sentence, Quote{Lang: "en", Text: tt.quote}, nil)
		if got != tt.turned {
			t.Errorf("%s / %s: %v %s", tt.sentence, tt.quote, got, message)
		}
	}
}

// Words that somebody has read deny nothing and doubt nothing for sure; the others do.
func TestTurnedRead(t *testing.T) {
	for _, tt := range []struct {
		sentence string
		quote    Quote
		read     string
		turned   bool
	}{
		{"Next writes that Doe paid.", Quote{Lang: "en", Text: "may have paid a plonky sum"}, "plonky sum", true},
		{"Next writes that Doe paid.", Quote{Lang: "en", Text: "may have paid a plonky sum"}, "may have paid", false},
		{"Next writes that Doe denies it.", Quote{Lang: "en", Text: "denies giving it"}, "denies giving", false},
		{"Next writes that Doe did it.", Quote{Lang: "fr", Text: "n’a pas fait que cela", Translation: "did not only do that"}, "pas fait que", false},
		{"Next writes that Doe did it.", Quote{Lang: "fr", Text: "n’a pas fait cela", Translation: "did not do that"}, "cela", true},
	} {
		if message, got := Turned(tt.sentence, tt.quote, []string{tt.read}); got != tt.turned {
			t.Errorf("%s / %s: %v %s", tt.sentence, tt.quote.Text, got, message)
		}
	}
}

func TestOtherFigures(t *testing.T) {
	for _, tt := range []struct{ quote, translation, want string }{
		{"trois électeurs", "three voters", ""},
		{"trois électeurs", "four voters", "the quote says “trois électeurs”, the translation “four voters”"},
		{"5 électeurs et 5 euros", "5 voters and 6 euros", "the quote says “5 euros”, the translation “6 euros”"},
		{"3 électeurs et 5 euros", "3 voters and 6 euros", "the quote says “5 euros”, the translation “6 euros”"},
		{"un million d’euros", "a million euros", ""},
		{"un don de deux électeurs", "a gift of two voters", ""},
		{"deux cents électeurs", "200 voters", ""},
		{"quinze jours", "two weeks", ""},
		{"les deux", "both", ""},
		{"quatre-vingt-dix dons", "ninety gifts", ""},
	} {
		if got, _ := OtherFigures(Quote{Lang: "fr", Text: tt.quote, Translation: tt.translation}, day(t, next)); got != tt.want {
			t.Errorf("%s / %s: %q, want %q", tt.quote, tt.translation, got, tt.want)
		}
	}
}

func TestRolesOf(t *testing.T) {
	const (
		n = Named
		g = Gives
		r = Receives
	)
	for _, tt := range []struct {
		lang, text string // names are in braces
		want       []Role
		several    bool
	}{
		{"en", "{Doe} gave {Roe} a million", []Role{g, r}, false},
		{"en", "{Doe}, who is rich, has already given a million to {Roe}", []Role{g, r}, false},
		{"en", "a million was paid to {Roe} by {Doe}", []Role{r, g}, false},
		{"en", "{Roe} was promised a million by {Doe}", []Role{r, g}, false},
		{"en", "{Roe} and {Poe} received a million from {Doe}", []Role{r, r, g}, false},
		{"en", "a gift from {Doe} to {Roe}", []Role{g, r}, false},
		{"en", "{Doe} offers to pay {Roe}", []Role{g, r}, false},
		{"en", "{Doe} gave a million to {Roe}’s campaign", []Role{g, Owns}, false},
		{"en", "the head of {Tesla} paid", []Role{Owns}, false},
		{"en", "{Facebook} sold ads in favour of {Roe}", []Role{r, Aimed}, false},
		{"en", "according to {Meta}’s figures, cited by the {Post}, it grew", []Role{Cited, Cited}, false},
		{"en", "{Doe} announced that he pays", []Role{Speaks}, false},
		{"en", "he pays; the text does not name {Doe}", []Role{Absent}, false},
		{"en", "{Doe} gave {Poe} a million and {Poe} paid {Roe}", []Role{g, r, g, r}, true},
		{"en", "{Elm}, which accepted a gift from {Doe}, has grown", []Role{n, n}, false},
		{"en", "the {Oak Fund}, which {Doe} heads, gave a million to {Elm}", []Role{g, Aside, r}, false},
		{"en", "{Elm}, which got a gift from {Doe}, put up a million", []Role{n, n}, false},
		{"en", "$5 million from {Doe} to the {Oak Fund}", []Role{g, r}, false},
		{"en", "{Doe} flew from {Roe} to {Elm}", []Role{n, n, n}, false},
		{"en", "{Doe} cut the {Oak Fund} a $5 million check", []Role{g, r}, false},
		{"en", "{Doe} cut {Roe} short", []Role{n, n}, false},
		{"en", "{Doe} wrote that a check from {Elm} came", []Role{Speaks, g}, false},
		{"en", "{Doe} owes {Roe} this", []Role{g, r}, false},
		{"en", "the {Oak Fund} spent this to support {Anna Bell}", []Role{g, Aimed}, false},
		{"en", "{Doe} and {Roe} gave this; {Anna Bell} gave nothing", []Role{g, g, Absent}, false},
		{"en", "{Doe} never gave this", []Role{n}, false},
		{"en", "per {Roe}, {Doe} paid", []Role{Cited, g}, false},
		{"en", "{Doe} paid, as {Roe} has it", []Role{g, Cited}, false},
		{"en", "a filing by the {Oak Fund} is new", []Role{n}, false},
		{"en", "it cites a filing by the {Oak Fund}, of May", []Role{Cited}, false},
		{"en", "it cites {Doe} as one of the donors", []Role{n}, false},
		{"en", "a spokesman for {Doe} said so", []Role{Voiced}, false},
		{"fr", "{Doe} a versé un million à {Roe}", []Role{g, r}, false},
		{"fr", "un million versé par {Doe} à {Roe}", []Role{g, r}, false},
		{"fr", "{Roe} a reçu un million de {Doe}", []Role{r, g}, false},
		{"fr", "l’équipe de {Roe}, payée par {Doe}", []Role{Owns, g}, false},
		{"fr", "selon {Reuters}, {Doe} paie", []Role{Cited, g}, false},
	} {
		text, spans := named(tt.text)
		got, ok := RolesOf(tt.lang, text, spans)
		if diff := cmp.Diff(tt.want, got.Roles); diff != "" || !ok || got.One == tt.several {
			t.Errorf("%s: %v %v\n%s", tt.text, ok, got.One, diff)
		}
	}
}

// named takes the braces around names out of a text.
func named(s string) (text string, spans []Span) {
	for i, part := range strings.Split(s, "{") {
		name, rest, isName := strings.Cut(part, "}")
		if i > 0 && isName {
			spans = append(spans, Span{len(text), len(text) + len(name)})
		}
		text += name + rest
	}
	return text, spans
}

func TestNamesParty(t *testing.T) {
	for _, tt := range []struct {
		words, text string
		want        bool
	}{
		{"the person entering the draw", "the person who enters", true},
		{"any US internet user who sponsors a voter", "pays any internet users", true},
		{"the first sponsors", "for the first sponsors", true},
		{"two bankers", "two brewers gave it", false},
		{"potential voters", "potential donors", false},
		{"experts whom BFM does not name", "in the eyes of some experts", true},
	} {
		if got := NamesParty(tt.words, tt.text); got != tt.want {
			t.Errorf("%s / %s: %v", tt.words, tt.text, got)
		}
	}
}

// Nothing that an author writes stops the program, and places lie in the text.
func FuzzSaying(f *testing.F) {
	f.Add("Next writes that Musk, who is rich, has not paid Trump’s team; it names no sum.", "n’a pas payé l’équipe de Trump", uint8(18), uint8(4))
	f.Add("According to , cited by", "si ’s ,", uint8(0), uint8(0))
	f.Fuzz(func(t *testing.T, sentence, quote string, start, length uint8) {
		Turned(sentence, Quote{Lang: "fr", Text: quote, Translation: sentence}, []string{quote})
		if r, found := Reversed(Quote{Lang: "fr", Text: quote, Translation: sentence}); found {
			text := sentence
			if r.InQuote {
				text = quote
			}
			if r.Word.Start < 0 || r.Word.End > len(text) || r.Word.Start > r.Word.End {
				t.Errorf("%v is no place in %q", r.Word, text)
			}
		}
		span := Span{int(start), int(start) + int(length)}
		if span.End <= len(sentence) {
			RolesOf("en", sentence, []Span{span})
		}
		NamesParty(quote, sentence)
	})
}
