package preview

import "errors"

// watch returns a watcher, or nil if the files have to be polled: because the
// author has asked for it, or because the system gives no watches.
func (p *preview) watch() *watcher {
	if p.Poll {
		return nil
	}
	w, err := newWatcher(p.Folder, p.inbox.put)
	if err != nil {
		p.pollInstead(err)
		return nil
	}
	return w
}

// pollInstead tells the author why the files are polled, and what to do about it.
func (p *preview) pollInstead(err error) {
	p.tell("changes are not told of (%v): the files are looked at every %d ms instead", err, scanPoll.Milliseconds())
	if errors.Is(err, errNoWatches) {
		p.tell("for more watches: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512")
	}
}
