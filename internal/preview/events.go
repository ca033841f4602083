package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// The stream of events tells a page the state of the preview, once when it
// connects and after each rebuild; the page decides what to do. Each event has the
// whole state, so a page that missed some needs only the next.

const (
	maxStreams = 256
	heartbeat  = 15 * time.Second // so that a dead connection is noticed
)

// events writes the stream (https://html.spec.whatwg.org/#server-sent-events)
// for the page that ?page= names.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "the stream of events is for reading", http.StatusMethodNotAllowed)
		return
	}
	streams := &p.streams
	if !isOnThisMachine(r) { // others cannot take the author's
		streams = &p.streamsOfOthers
	}
	if streams.Add(1) > maxStreams {
		streams.Add(-1)
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	defer streams.Add(-1)
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{}) // nothing more is read
	send := func(text string) error {
		if err := control.SetWriteDeadline(time.Now().Add(writeFor)); err != nil {
			return err
		}
		if _, err := fmt.Fprint(w, text); err != nil {
			return err
		}
		return control.Flush()
	}
	if send("retry: 500\n\n") != nil {
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	var last *edition
	for {
		e := p.sideOf(r).state.edition()
		if e != last {
			last = e
			data, err := json.Marshal(p.message(e, r))
			if err != nil {
				panic(err) // strings and numbers can be marshalled
			}
			if send("event: state\ndata: "+string(data)+"\n\n") != nil {
				return
			}
		}
		select {
		case <-e.next:
		case <-beat.C:
			if send(": still here\n\n") != nil {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}
