package view

import (
	"html/template"

	"receipts/internal/site"
)

// TopicsPage lists the topics.
type TopicsPage struct {
	WithText
	Topics []Link
}

// TopicPage is the facts of a topic in reading order.
type TopicPage struct {
	Base
	Summary template.HTML
}

func topicsPage(on *page) Data {
	return &TopicsPage{on.withText("topics", on.t("nav.topics"), on.t("topics.description")), each(on.site.Topics, func(t *site.Topic) Link { return on.to(&t.Node) })}
}

func topicPage(on *page, t *site.Topic) Data {
	return &TopicPage{on.base("topic", t.Title, on.about(t.Front.Summary), on.crumb("/topics/")), on.html(t.Front.Summary)}
}
