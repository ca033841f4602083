package sitetest

import "strings"

// set is a set of names, written as one string.
func set(names string) map[string]bool {
	m := map[string]bool{}
	for n := range strings.FieldsSeq(names) {
		m[n] = true
	}
	return m
}

// HTML's content models of the elements that our pages use. An element or an
// attribute that is not here is a fault, so a new one is added here with its place.
var (
	voidElements = set(`area base br col embed hr img input link meta source track wbr`)

	// block elements are not allowed where only phrasing is.
	block = set(`address article aside blockquote details dialog dd div dl dt fieldset figcaption figure footer form
		h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre search section summary table tbody td tfoot th thead tr ul`)

	phrasing = set(`a abbr b bdi bdo br button cite code data datalist dfn em i img input kbd label mark meter noscript
		option output picture progress q ruby s samp script select small source span strong sub sup svg template textarea
		time u var wbr optgroup`)

	// phrasingOnly elements take no block inside them, however deep. (An <a>
	// takes what its parent takes.)
	phrasingOnly = set(`p h1 h2 h3 h4 h5 h6 span em strong b i u s q cite small sub sup mark abbr code kbd samp var data
		time label button pre dfn output`)

	headings    = set(`h1 h2 h3 h4 h5 h6`)
	sectioning  = set(`article aside nav section`)
	interactive = set(`a button details embed iframe input label select textarea`)

	drawings   = set(`svg math`)
	embedded   = set(`img input hr`)
	actions    = set(`a button`)
	ends       = set(`header footer`)
	labels     = set(`dt th caption legend`)                       // no headings in them
	noSections = set(`dt th header footer address`)                // nor sections, headers and footers
	noHeadings = set(`dt th caption legend header footer address`) // either

	documentElements = set(`html head body title meta link main script noscript caption colgroup col legend`)

	// children are the elements allowed in those that allow few.
	children = map[string]map[string]bool{
		"html":     set(`head body`),
		"head":     set(`meta title link script`),
		"ul":       set(`li template script`),
		"ol":       set(`li template script`),
		"dl":       set(`dt dd div`),
		"table":    set(`caption colgroup thead tbody tfoot`),
		"colgroup": set(`col`),
		"thead":    set(`tr`),
		"tbody":    set(`tr`),
		"tfoot":    set(`tr`),
		"tr":       set(`th td`),
		"select":   set(`option optgroup`),
		"optgroup": set(`option`),
		"datalist": set(`option`),
		"picture":  set(`source img`),
		"title":    {}, "option": {}, "textarea": {}, "script": {},
	}

	// parents are the elements in which those with few places are allowed.
	parents = map[string]map[string]bool{
		"head": set(`html`), "body": set(`html`), "title": set(`head`), "meta": set(`head`), "link": set(`head`),
		"main": set(`body`),
		"li":   set(`ul ol`),
		"dt":   set(`dl div`), "dd": set(`dl div`),
		"caption": set(`table`), "colgroup": set(`table`), "col": set(`colgroup`),
		"thead": set(`table`), "tbody": set(`table`), "tfoot": set(`table`),
		"tr": set(`thead tbody tfoot`), "th": set(`tr`), "td": set(`tr`),
		"figcaption": set(`figure`), "summary": set(`details`), "legend": set(`fieldset`),
		"option": set(`select optgroup datalist`), "source": set(`picture`),
	}

	// noText elements contain elements and no words.
	noText = set(`html head ul ol dl table colgroup thead tbody tfoot tr select optgroup picture`)

	// neverEmpty elements need words or a picture.
	neverEmpty = set(`p h1 h2 h3 h4 h5 h6 ul ol dl li dt table tbody thead tr section nav article aside main figure
		figcaption blockquote q em strong b i a button summary caption th title label pre`)

	globalAttributes = set(`class id lang dir hidden title tabindex role translate spellcheck inert itemprop itemscope
		itemtype accesskey`)

	ownAttributes = map[string]map[string]bool{
		"html":       {},
		"meta":       set(`charset name content property media`),
		"link":       set(`rel href type integrity title media sizes hreflang as crossorigin`),
		"script":     set(`src integrity type defer async crossorigin`),
		"a":          set(`href rel hreflang type download`),
		"img":        set(`src alt width height loading decoding srcset sizes`),
		"source":     set(`srcset sizes type media width height`),
		"blockquote": set(`cite`), "q": set(`cite`),
		"time": set(`datetime`), "data": set(`value`),
		"th": set(`scope colspan rowspan abbr`), "td": set(`colspan rowspan headers`),
		"ol": set(`start reversed type`), "li": set(`value`),
		"form":   set(`action method autocomplete`),
		"input":  set(`type name value placeholder autocomplete checked disabled required min minlength maxlength list enterkeyhint inputmode`),
		"button": set(`type name value disabled form popovertarget`),
		"label":  set(`for`), "output": set(`for name`),
		"select": set(`name required disabled multiple size`), "option": set(`value selected disabled`),
		"details": set(`open name`), "dialog": set(`open`),
		"col": set(`span`), "colgroup": set(`span`),
		"meter": set(`value min max low high optimum`), "progress": set(`value max`),
	}

	// named elements may carry a name for assistive technology without a role.
	named = set(`a article aside button details dialog figure footer form header img input main nav ol section select svg
		table textarea ul dl fieldset search`)

	// idRefs are the attributes whose value is ids of the same page.
	idRefs = set(`aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-activedescendant for headers
		list form popovertarget`)
)
