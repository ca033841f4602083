package content

import "receipts/internal/yamldoc"

// A Topic is facts that are read together, in our order.
type Topic struct {
	Title   Words
	Summary Inline
	Order   int // its place among the topics
	Groups  []Group
	Aliased
}

// A Group is a few facts of a topic below one heading.
type Group struct {
	Title Words
	Says  Inline // a paragraph before the facts
	Facts []Ref
}

var topic = yamldoc.Object("a topic", append([]yamldoc.Field[Topic]{
	yamldoc.Key("title", yamldoc.Required, text, func(t *Topic) *Words { return &t.Title }, "what the topic is called"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(t *Topic) *Inline { return &t.Summary }, "one or two sentences on what it tells"),
	yamldoc.Key("order", yamldoc.Optional, number, func(t *Topic) *int { return &t.Order }, "its place among the topics, such as 3"),
	yamldoc.Key("groups", yamldoc.Required, yamldoc.List(group), func(t *Topic) *[]Group { return &t.Groups }, "its facts in reading order, a few below each heading"),
}, aliasesOf(func(t *Topic) *Aliased { return &t.Aliased })...))

var group = yamldoc.Object("a group of facts", []yamldoc.Field[Group]{
	yamldoc.Key("title", yamldoc.Required, text, func(g *Group) *Words { return &g.Title }, "the heading"),
	yamldoc.Key("says", yamldoc.Optional, inline, func(g *Group) *Inline { return &g.Says }, "a paragraph before the facts"),
	yamldoc.Key("facts", yamldoc.Required, yamldoc.List(ref), func(g *Group) *[]Ref { return &g.Facts }, "the ids of the facts"),
})
