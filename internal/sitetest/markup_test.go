package sitetest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every page of the real site is valid, as far as [checkMarkup] can tell.
func TestMarkup(t *testing.T) {
	for _, p := range site(t).pages {
		for _, f := range checkMarkup(p.source) {
			t.Errorf("%s:%s", p.path, f)
		}
	}
}

// The checker finds each kind of fault: each of these fragments, put into a valid
// page, has exactly the fault named.
func TestCheckMarkup(t *testing.T) {
	for _, tt := range []struct{ desc, give, want string }{
		{"right", `<p>One <a href="/">two</a>, <em>three</em>.</p>`, ""},
		{"right list", `<dl><div><dt>a</dt><dd>b</dd></div></dl><ul><li>c</li></ul>`, ""},
		{"right table", `<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>`, ""},
		{"unclosed", `<section><p>a</p>`, `</main> closes <section>`},
		{"misnested", `<p><em><strong>a</em></strong></p>`, `</em> closes <strong>`},
		{"closed twice", `<p>a</p></p>`, `</p> closes <main>`},
		{"void with an end", `<p>a<br></br></p>`, `</br> closes <p>`},
		{"self-closed", `<section/>`, `<section/> is not closed by its slash`},
		{"unknown element", `<blink>a</blink>`, `<blink> is not an element that pages use`},
		{"duplicate attribute", `<p class="a" class="b">a</p>`, `<p> has class twice`},
		{"duplicate id", `<p id="a">a</p><p id="a">b</p>`, `the id "a" stands twice`},
		{"id with a space", `<p id="a b">a</p>`, `"a b" cannot be an id`},
		{"empty id", `<p id="">a</p>`, `"" cannot be an id`},
		{"missing label", `<section aria-labelledby="no">a</section>`, `aria-labelledby names "no", which is no id of the page`},
		{"style", `<p style="x">a</p>`, `<p> has style`},
		{"handler", `<p onclick="x">a</p>`, `<p> has onclick`},
		{"inline script", `<script>x</script>`, `<script> holds code`},
		{"inline stylesheet", `<style>x</style>`, `<style> is not an element that pages use`},
		{"unknown attribute", `<p align="left">a</p>`, `<p> has align`},
		{"empty address", `<p><a href="">a</a></p>`, `<a> has an empty href`},
		{"script address", `<p><a href="javascript:x">a</a></p>`, `<a> has a javascript: address`},
		{"block in a paragraph", `<p>a<ul><li>b</li></ul></p>`, `<ul> stands in <p>`},
		{"block in a span", `<p><span><div>a</div></span></p>`, `<div> stands in <span>`},
		{"heading in a term", `<dl><dt><h2>a</h2></dt><dd>b</dd></dl>`, `<h2> stands in <dt>`},
		{"link in a link", `<p><a href="/">a <em><a href="/b">b</a></em></a></p>`, `<a> stands in <a>`},
		{"button in a link", `<p><a href="/"><button type="button">b</button></a></p>`, `<button> stands in <a>`},
		{"item outside a list", `<div><li>a</li></div>`, `<li> stands in <div>`},
		{"no item in a list", `<ul><p>a</p></ul>`, `<p> stands in <ul>`},
		{"text in a list", `<ul>a</ul>`, `there is text in <ul>`},
		{"term outside", `<div><dt>a</dt></div>`, `<dt> stands in <div>, which is not in <dl>`},
		{"term without a description", `<dl><dt>a</dt></dl>`, `a <dt> without <dd>`},
		{"description without a term", `<dl><dd>a</dd></dl>`, `a <dd> without <dt>`},
		{"terms and groups", `<dl><dt>a</dt><dd>b</dd><div><dt>a</dt><dd>b</dd></div></dl>`, `<dl> mixes <div> with <dt>`},
		{"empty list", `<ul></ul>`, `<ul> is empty`},
		{"ragged table", `<table><tbody><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>`, `a row of 2 cells in a table of 1`},
		{"row without a body", `<table><tr><td>a</td></tr></table>`, `<tr> stands in <table>`},
		{"header without scope", `<table><tbody><tr><th>a</th></tr></tbody></table>`, `<th> without scope`},
		{"skipped level", `<h3>a</h3>`, `<h3> follows <h1>`},
		{"second h1", `<h1>a</h1>`, `a second <h1>`},
		{"empty heading", `<h2></h2>`, `<h2> is empty`},
		{"heading in a heading", `<h2><h3>a</h3></h2>`, `<h3> stands in <h2>`},
		{"quote without a language", `<p><q>a</q></p>`, `<q> has no lang`},
		{"passage without a language", `<blockquote class="quote"><p>a</p></blockquote>`, `<blockquote> has no lang`},
		{"bad language", `<p><q lang="français">a</q></p>`, `"français" is no language`},
		{"bad time", `<p><time datetime="2024-13">a</time></p>`, `"2024-13" is no date`},
		{"time without a date", `<p><time>soon</time></p>`, `<time> has no datetime`},
		{"value missing", `<p><data>47</data></p>`, `<data> has no value`},
		{"image without words", `<p><img src="/a.png"></p>`, `<img> has no alt`},
		{"button without a type", `<p><button>a</button></p>`, `<button> has no type`},
		{"label on nothing", `<p aria-label="a">b</p>`, `<p> has aria-label, and no role that takes a name`},
		{"bare ampersand", `<p>a & b</p>`, `a bare & in the text`},
		{"bare ampersand in an address", `<p><a href="/?a=1&b=2">a</a></p>`, `a bare & in <a>`},
		{"caption in the middle", `<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>`, `<figcaption> is neither first nor last`},
		{"summary not first", `<details><p>a</p><summary>b</summary></details>`, `<summary> is not first`},
		{"two landmarks of one name", `<nav aria-label="a"><p>a</p></nav><nav aria-label="a"><p>b</p></nav>`, `two <nav> are called "a"`},
		{"landmark without a name", `<nav><p>a</p></nav>`, `<nav> has no name`},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			const before = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A</title></head>" +
				"<body><main><h1>A</h1>"
			var got []string
			for _, f := range checkMarkup([]byte(before + tt.give + "</main></body></html>")) {
				_, message, _ := strings.Cut(f, ": ")
				got = append(got, message)
			}
			// A fault may cause others; the first one counts.
			first := strings.Join(got[:min(1, len(got))], "")
			if diff := cmp.Diff(tt.want, first); diff != "" {
				t.Errorf("checkMarkup(%s) (-want +got):\n%s\nall: %q", tt.give, diff, got)
			}
		})
	}
}
