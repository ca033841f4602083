package amount

import (
	"slices"
	"strings"
)

// currencies are the codes of ISO 4217 for money: today's, and in the second block
// those of older articles. Metals, funds and test codes are left out.
// golang.org/x/text knows no code younger than 2017, and its decimals are those of
// display, not of the standard.
var currencies = strings.Fields(`
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD
IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG
XOF XPF YER ZAR ZMW ZWG

ANG ATS BEF BYR CUC CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MRO MTL NLG PTE SIT SKK SLL STD VEF ZWL
`)

// minorDigits has the currencies whose smallest unit is not a hundredth.
var minorDigits = map[string]int{
	"BIF": 0, "BYR": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "ITL": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
	"RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
	"BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}

// Currencies are the codes that amounts may have.
func Currencies() []string { return currencies }

// IsCurrency reports whether a code of ISO 4217 is money.
func IsCurrency(code string) bool { return slices.Contains(currencies, code) }

func currencyDigits(code string) int {
	if d, ok := minorDigits[code]; ok {
		return d
	}
	return 2
}

// currencyNames are names of money, which are not accepted as a noun: totals of
// money would leave out a count of "dollars". "" marks a name that several
// currencies share.
var currencyNames = map[string]string{
	"dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD", "american dollars": "USD", "bucks": "USD",
	"canadian dollars": "CAD", "australian dollars": "AUD", "dollars us": "USD", "usd dollars": "USD",
	"euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "british pounds": "GBP",
	"yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "swiss francs": "CHF", "french francs": "FRF", "russian roubles": "RUB",
	"cents": "", "francs": "", "pesos": "", "rupees": "", "roubles": "", "rubles": "", "kroner": "", "krona": "", "kronor": "", "sterling": "",
}

// currencySigns are the signs an author may type for a currency; longer first.
var currencySigns = []struct{ sign, code string }{
	{"US$", "USD"}, {"$US", "USD"}, {"CA$", "CAD"}, {"C$", "CAD"}, {"A$", "AUD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"},
}

// wordsLikeCodes are English nouns that are a currency's code in lower case, and
// are accepted as nouns: "1 pen".
var wordsLikeCodes = []string{"all", "cup", "gel", "mop", "pen", "top", "try"}

// nearestCurrency returns the code that was probably meant, or "". It proposes
// common currencies only, since almost any three letters are one letter from some
// code ("BTC", "BTN").
func nearestCurrency(code string) string {
	best := ""
	for _, c := range []string{"USD", "EUR", "GBP", "CAD", "CHF", "JPY"} {
		if editDistance(strings.ToUpper(code), c) == 1 {
			if best != "" {
				return ""
			}
			best = c
		}
	}
	return best
}
