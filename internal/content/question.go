package content

import (
	"cmp"

	"receipts/internal/yamldoc"
)

// A Question is one question of law.
type Question struct {
	Title         Words // the question
	Short         Words
	Summary       Inline
	Plain         Inline // the answer in plain words
	Law           []Law
	Forbids       []Inline // what the law says, each a paragraph
	Split         []Inline // why those who know it differ
	Positions     []Position
	Between       Inline   // those who take neither side, or speak of one part only
	Courts        []Ref    // the later developments in which a court spoke on it
	Open          []Inline // what nothing read decides
	DoNotConclude []Inline
	Notes         []Outside
	Checked       Date // when its status was last looked up
	Aliased
}

// A Position is how one side puts its case.
type Position struct {
	Side   Words
	Points []Point
}

// A Point is one argument, with who makes it and where.
type Point struct {
	Says      Inline
	By        []Party
	Post      Words // what makes them speak with knowledge
	Publisher Words
	URL       Words
	Archived  Words
	Date      Date // of what is published there
	Mark      Mark
}

var question = yamldoc.Object("a legal question", append([]yamldoc.Field[Question]{
	yamldoc.Key("title", yamldoc.Required, text, func(q *Question) *Words { return &q.Title }, "the question, as one would ask it"),
	yamldoc.Key("short", yamldoc.Required, text, func(q *Question) *Words { return &q.Short }, "the question in a few words, for lists"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(q *Question) *Inline { return &q.Summary }, "what is asked, and why, in one or two sentences"),
	yamldoc.Key("plain", yamldoc.Optional, inline, func(q *Question) *Inline { return &q.Plain }, "the answer in plain words, as far as there is one"),
	yamldoc.Key("law", yamldoc.Optional, yamldoc.List(lawRef), func(q *Question) *[]Law { return &q.Law }, "what it rests on: citations, names of laws, or ids of files in content/law/"),
	yamldoc.Key("forbids", yamldoc.Optional, yamldoc.List(inline), func(q *Question) *[]Inline { return &q.Forbids }, "what the law forbids or allows, in paragraphs"),
	yamldoc.Key("split", yamldoc.Optional, yamldoc.List(inline), func(q *Question) *[]Inline { return &q.Split }, "why lawyers differ, in paragraphs"),
	yamldoc.Key("positions", yamldoc.Optional, yamldoc.List(position), func(q *Question) *[]Position { return &q.Positions }, "how each side puts its case"),
	yamldoc.Key("between", yamldoc.Optional, inline, func(q *Question) *Inline { return &q.Between }, "who takes neither side, or speaks of one part only"),
	yamldoc.Key("courts", yamldoc.Optional, yamldoc.List(ref), func(q *Question) *[]Ref { return &q.Courts }, "the ids of the later developments in which a court spoke on it, or near it"),
	yamldoc.Key("open", yamldoc.Optional, yamldoc.List(inline), func(q *Question) *[]Inline { return &q.Open }, "what is not decided, as far as is known"),
	yamldoc.Key("do_not_conclude", yamldoc.Optional, yamldoc.List(inline), func(q *Question) *[]Inline { return &q.DoNotConclude }, "what a reader might conclude and should not"),
	yamldoc.Key("notes", yamldoc.Optional, yamldoc.List(note), func(q *Question) *[]Outside { return &q.Notes }, "what we know from elsewhere"),
	yamldoc.Key("checked", yamldoc.Optional, day, func(q *Question) *Date { return &q.Checked }, "the day its status was last looked up"),
}, aliasesOf(func(q *Question) *Aliased { return &q.Aliased })...)).Beside(besides, fileOfLater)

var position = yamldoc.Object("a position", []yamldoc.Field[Position]{
	yamldoc.Key("side", yamldoc.Required, text, func(p *Position) *Words { return &p.Side }, "whose position it is"),
	yamldoc.Key("points", yamldoc.Required, yamldoc.List(point), func(p *Position) *[]Point { return &p.Points }, "its arguments, oldest first, each with who makes it and where"),
})

var point = yamldoc.Object("a point", []yamldoc.Field[Point]{
	yamldoc.Key("says", yamldoc.Required, inline, func(o *Point) *Inline { return &o.Says }, "the argument, in a sentence or two"),
	yamldoc.Key("by", yamldoc.Required, yamldoc.List(party), func(o *Point) *[]Party { return &o.By }, "who makes it: ids or words"),
	yamldoc.Key("post", yamldoc.Optional, text, func(o *Point) *Words { return &o.Post }, "what they are, such as law professor"),
	yamldoc.Key("publisher", yamldoc.Required, name, func(o *Point) *Words { return &o.Publisher }, "who published it, and “read in a copy” if that is no site of theirs"),
	yamldoc.Key("url", yamldoc.Required, address, func(o *Point) *Words { return &o.URL }, "where it can be read"),
	yamldoc.Key("archived", yamldoc.Optional, archivedAt, func(o *Point) *Words { return &o.Archived }, archivedSentence),
	yamldoc.Key("date", yamldoc.Optional, date, func(o *Point) *Date { return &o.Date }, "the day of what is published there"),
	yamldoc.Key("mark", yamldoc.Optional, mark, func(o *Point) *Mark { return &o.Mark }, "how far you checked it"),
}).Then(func(_ *yamldoc.Reader, o *Point, _ yamldoc.Node) { o.Mark = cmp.Or(o.Mark, Unverified) })
