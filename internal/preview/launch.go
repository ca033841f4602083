package preview

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
)

// The author's editor and her browser are started here. Each gets a session of its
// own, so that the Ctrl-C that ends the preview does not end them too, and each is
// waited for, so that none stays behind as a zombie.

// start starts a program and returns a channel that gets the error it ended with.
// Its goroutine lives as long as the program, which may outlive the preview.
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

// browser is the command that shows an address in the author's browser.
func browser(address string) []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"open", address}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	return []string{"xdg-open", address}
}

// showInBrowser opens the address of -open. It waits for the program that finds
// the browser, since only its exit status tells whether there is one.
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
