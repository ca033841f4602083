package preview

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"net/netip"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// "Open in the editor" is a link that the system passes on (vscode://), unless
// EDITOR names a program with a window of its own. Such a program is started
// here, on a request that only our own pages on this machine can make: a POST
// over loopback, from our origin, with the token of this run, for a file that
// the site is made of. For an editor that runs in a terminal there is no link,
// only the place: the preview has the terminal.

// editors are the programs with a window, and the arguments that open a place.
var editors = map[string]func(file string, line, column int) []string{
	"code": gotoFlag, "code-insiders": gotoFlag, "codium": gotoFlag, "vscodium": gotoFlag, "cursor": gotoFlag, "windsurf": gotoFlag,
	"subl": withPlace, "zed": withPlace, "zeditor": withPlace, "mate": lineFlag("-l"),
	"idea": lineFlag("--line"), "webstorm": lineFlag("--line"), "goland": lineFlag("--line"), "pycharm": lineFlag("--line"), "phpstorm": lineFlag("--line"),
	"kate": lineFlag("--line"), "gedit": plusLine, "gnome-text-editor": plusLine, "gvim": plusLine, "mvim": plusLine, "bbedit": plusLine,
}

func gotoFlag(file string, line, column int) []string {
	return append([]string{"--goto"}, withPlace(file, line, column)...)
}

func withPlace(file string, line, column int) []string {
	return []string{file + position(line, column)}
}

func lineFlag(flag string) func(string, int, int) []string {
	return func(file string, line, _ int) []string { return []string{flag, strconv.Itoa(line), file} }
}

func plusLine(file string, line, _ int) []string { return []string{"+" + strconv.Itoa(line), file} }

// editor returns the program of EDITOR with its own arguments, and the function
// that makes the arguments for a place. That is nil for a program that is not
// known to have a window.
func editor(setting string) (words []string, place func(string, int, int) []string) {
	words = strings.Fields(setting)
	if len(words) == 0 {
		return nil, nil
	}
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(words[0])), ".exe")
	return words, editors[name]
}

// openEvery is the shortest time between two starts of the editor. A hand does not
// click faster.
const openEvery = 200 * time.Millisecond

// launchesFor reports whether the preview itself starts the editor for the sender
// of a request. It does for pages on the author's own machine only: with -addr
// others may read the preview, and must not start anything here.
func (p *preview) launchesFor(r *http.Request) bool {
	_, place := editor(p.Editor)
	return place != nil && !p.Bare && isOnThisMachine(r)
}

// isOnThisMachine reports whether a request comes by way of loopback.
func isOnThisMachine(r *http.Request) bool { return isLoopback(r.RemoteAddr) }

func isLoopback(addr string) bool {
	at, err := netip.ParseAddrPort(addr)
	return err == nil && at.Addr().Unmap().IsLoopback()
}

// mayReadDrafts reports whether the sender of a request may read what drafts say: in a
// mistake too, since it shows the line that it is on.
func (p *preview) mayReadDrafts(r *http.Request) bool { return p.Build.Drafts || isOnThisMachine(r) }

// editorLink is the address that opens a place in VS Code, the best guess without
// EDITOR. It is "" if EDITOR names a program that cannot be opened: VS Code may be
// missing, and then the link would do nothing.
func (p *preview) editorLink(file string, line, column int) string {
	words, place := editor(p.Editor)
	if file == "" || p.Folder == "" || len(words) > 0 && place == nil {
		return ""
	}
	whole := filepath.ToSlash(filepath.Join(p.Folder, filepath.FromSlash(file)))
	if !strings.HasPrefix(whole, "/") {
		whole = "/" + whole // C:/…
	}
	link := url.URL{Scheme: "vscode", Host: "file", Path: whole + position(line, column)}
	return link.String()
}

// maxForm is how long a request that does something may be, in bytes.
const maxForm = 16 << 10

// isFromUs reports whether a request that does something comes from a page of this run: it
// has our origin, and the token that only such a page knows, in its header or its form.
func (p *preview) isFromUs(r *http.Request) bool {
	token := r.Header.Get("Receipts-Token")
	if token == "" && isForm(r) {
		token = r.PostFormValue("token")
	}
	return r.Header.Get("Origin") != "" && subtle.ConstantTimeCompare([]byte(token), []byte(p.token)) == 1
}

// isForm reports whether a request was sent by a form of HTML.
func isForm(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && kind == "application/x-www-form-urlencoded"
}

// An opening is a place to open in the editor.
type opening struct {
	File         string
	Line, Column int
}

// openedBy is the place that a request names, as the script of the bar or a form does.
func openedBy(r *http.Request) (at opening, err error) {
	if !isForm(r) {
		err = json.NewDecoder(r.Body).Decode(&at)
		return at, err
	}
	at.File = r.PostFormValue("file")
	line, lineErr := strconv.Atoi(r.PostFormValue("line"))
	column, columnErr := strconv.Atoi(r.PostFormValue("column"))
	at.Line, at.Column = line, column
	return at, errors.Join(lineErr, columnErr)
}

// open starts the editor at the place that the request names.
func (p *preview) open(w http.ResponseWriter, r *http.Request) {
	words, place := editor(p.Editor)
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	switch {
	case !p.launchesFor(r):
		http.NotFound(w, r)
		return
	case r.Method != http.MethodPost:
		http.Error(w, "the editor is opened with POST", http.StatusMethodNotAllowed)
		return
	case !p.isFromUs(r):
		http.Error(w, "only pages of this preview open the editor", http.StatusForbidden)
		return
	}
	at, err := openedBy(r)
	if err != nil || at.Line < 1 || at.Column < 1 {
		http.Error(w, "name a file, a line and a column", http.StatusBadRequest)
		return
	}
	if info, err := fs.Stat(p.Root, at.File); err != nil || !info.Mode().IsRegular() || !isOurs(at.File) {
		http.Error(w, "the site has no such file", http.StatusNotFound)
		return
	}
	args := slices.Concat(words[1:], place(filepath.Join(p.Folder, filepath.FromSlash(at.File)), at.Line, at.Column))
	if now := time.Now().UnixNano(); now-p.opened.Swap(now) < int64(openEvery) {
		http.Error(w, "the editor was opened a moment ago", http.StatusTooManyRequests)
		return
	}
	ended, err := start(words[0], args...)
	if err != nil {
		p.tell("open the editor: %v", err)
		http.Error(w, "the editor did not start", http.StatusInternalServerError)
		return
	}
	select { // most say at once what they object to
	case err = <-ended:
		if err != nil {
			p.tell("open the editor: %s: %v", words[0], err)
		}
	case <-time.After(openEvery):
	case <-r.Context().Done():
	}
	w.WriteHeader(http.StatusNoContent)
}
