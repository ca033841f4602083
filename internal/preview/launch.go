package preview

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
)

// Programs of the author's, her editor and her browser, are started here. They
// are hers, not ours: each leads a session of its own, so that the Ctrl-C that
// ends the preview does not end them too, and nothing of it stays behind as a
// process that nobody waited for.

// start runs a program by itself, and returns a channel that is given how it
// ended. Its goroutine lives as long as the program, which may outlive the
// preview.
var start = func(name string, args ...string) (<-chan error, error) {
	cmd := exec.Command(name, args...)
	cmd.SysProcAttr = alone()
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	return ended, nil
}

// browser is the program that shows an address in the author's browser.
func browser(address string) []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"open", address}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	return []string{"xdg-open", address}
}

// showInBrowser opens the address of -open. It waits for the program that looks
// for a browser, which alone knows whether there is one.
func (p *preview) showInBrowser(ctx context.Context) {
	words := browser(p.Open)
	ended, err := start(words[0], words[1:]...)
	if err == nil {
		select {
		case err = <-ended:
		case <-ctx.Done():
			return // it is the browser itself, and still runs
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", words[0], err)
		}
	}
	if err != nil {
		p.tell("no browser opened (%v): open %s yourself", err, p.Open)
	}
}
