package preview

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// "Open in the editor" is a link that the system passes on (vscode://), unless
// EDITOR names a program with a window of its own. Such a program is started
// here, on a request that only our own pages can make: a POST from our origin
// with the token of this run, for a file that the site is made of. An editor
// that lives in a terminal is left to the link: the terminal is taken.

// editors are the programs with a window, and how they are told a place.
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

// editor returns the program of EDITOR with its own arguments, and how it is
// told a place. It is nil for a program that is not known to have a window.
func editor(setting string) (words []string, place func(string, int, int) []string) {
	words = strings.Fields(setting)
	if len(words) == 0 {
		return nil, nil
	}
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(words[0])), ".exe")
	return words, editors[name]
}

// launches reports whether the preview starts the editor itself.
func (p *preview) launches() bool {
	_, place := editor(p.Editor)
	return place != nil
}

// editorLink is the address that opens a place, for editors that have one.
func (p *preview) editorLink(file string, line, column int) string {
	if file == "" || p.Folder == "" {
		return ""
	}
	whole := filepath.ToSlash(filepath.Join(p.Folder, filepath.FromSlash(file)))
	if !strings.HasPrefix(whole, "/") {
		whole = "/" + whole // C:/…
	}
	link := url.URL{Scheme: "vscode", Host: "file", Path: whole + position(line, column)}
	return link.String()
}

// open starts the editor at the place that the request names.
func (p *preview) open(w http.ResponseWriter, r *http.Request) {
	words, place := editor(p.Editor)
	token := []byte(r.Header.Get("Receipts-Token"))
	switch {
	case place == nil:
		http.NotFound(w, r)
		return
	case r.Method != http.MethodPost:
		http.Error(w, "the editor is opened with POST", http.StatusMethodNotAllowed)
		return
	case r.Header.Get("Origin") == "" || subtle.ConstantTimeCompare(token, []byte(p.token)) != 1:
		http.Error(w, "only pages of this preview open the editor", http.StatusForbidden)
		return
	}
	var at struct {
		File         string
		Line, Column int
	}
	if err := json.NewDecoder(io.LimitReader(r.Body, 4<<10)).Decode(&at); err != nil || at.Line < 1 || at.Column < 1 {
		http.Error(w, "name a file, a line and a column", http.StatusBadRequest)
		return
	}
	if info, err := fs.Stat(p.Root, at.File); err != nil || !info.Mode().IsRegular() || !isOurs(at.File) {
		http.Error(w, "the site has no such file", http.StatusNotFound)
		return
	}
	args := slices.Concat(words[1:], place(filepath.Join(p.Folder, filepath.FromSlash(at.File)), at.Line, at.Column))
	if err := start(words[0], args...); err != nil {
		p.tell("open the editor: %v", err)
		http.Error(w, "the editor did not start", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// start runs a program and lets it go: it may outlive the preview, which does
// not wait for it.
var start = func(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release()
}

// OpenBrowser shows an address in the author's browser.
func OpenBrowser(address string) error {
	switch runtime.GOOS {
	case "darwin":
		return start("open", address)
	case "windows":
		return start("rundll32", "url.dll,FileProtocolHandler", address)
	}
	if err := start("xdg-open", address); err != nil {
		return fmt.Errorf("open the browser: %w", err)
	}
	return nil
}
