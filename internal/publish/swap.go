package publish

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"syscall"

	"receipts/internal/disk"
)

// A site takes the place of the one before in these steps. A build that is killed
// after any of them leaves a folder beside out. The next build takes git's entry
// from there and deletes the rest (clearLeftovers).
//
//  1. Git's entry, if there is one, goes from out to the staging folder. It is in
//     one of them at any moment, and in no other folder.
//  2. The two folders are exchanged, or where that cannot be done renamed.
//  3. What builds wrote is deleted from the old one, the marker last.

// replace puts the site in the folder staging, which has its whole marker, in the
// place of out. It refuses an out with something in it that no build wrote.
//
// If the marker of out has no list, it is not known what is foreign. Then out is
// kept under another name, which replace returns, unless this build wrote all its
// files too.
func replace(staging, out string) (kept string, err error) {
	if !disk.Exists(out) {
		return "", disk.Rename(staging, out)
	}
	before, err := readMarker(out)
	if err != nil {
		return "", err
	}
	if before != nil {
		if err := before.check(out); err != nil {
			return "", err
		}
	} else if kept, err = keptAs(staging, out); err != nil {
		return "", err
	}
	if disk.Exists(filepath.Join(out, git)) {
		if err := disk.Rename(filepath.Join(out, git), filepath.Join(staging, git)); err != nil {
			return "", err
		}
	}
	if kept != "" {
		return kept, swapByRename(staging, out, kept)
	}
	err = disk.Exchange(staging, out)
	if errors.Is(err, errors.ErrUnsupported) {
		err = swapByRename(staging, out, staging+".old")
	}
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		err = ErrMounted
	}
	return "", err
}

// ErrMounted says that the output folder is one that the system lets nothing take the
// place of.
var ErrMounted = errors.New("the folder is a mount point, so no other can take its place")

// keptAs returns the name under which out is to be kept when the site in staging
// takes its place; "" if that has all files of out.
func keptAs(staging, out string) (string, error) {
	now, err := readMarker(staging)
	if err != nil {
		return "", err
	}
	foreign, err := now.foreign(out)
	if err != nil || len(foreign) == 0 {
		return "", err
	}
	return unused(func(n int) string {
		if n == 1 {
			return out + ".old"
		}
		return fmt.Sprintf("%s.old-%d", out, n)
	})
}

// swapByRename moves the old folder aside and the new one in. Between the two
// renames there is no folder; if the second fails, the old one comes back.
func swapByRename(staging, out, old string) error {
	if err := disk.Rename(out, old); err != nil {
		return err
	}
	if err := disk.Rename(staging, out); err != nil {
		return errors.Join(err, disk.Rename(old, out))
	}
	return nil
}

// leftoverPrefix begins the names of folders that builds of out make beside it.
func leftoverPrefix(out string) string { return "." + filepath.Base(out) + ".new-" }

// clearLeftovers deletes what builds left beside out: sites that were not completed,
// and those that were replaced. It runs under the lock, so none of them is in use.
// While there is no out, one of them may be the only whole site, so all stay but what
// the build that wrote into staging left.
//
// It returns an error if some of that stays, and why others do.
func clearLeftovers(out, staging string) (others []error, err error) {
	parent := filepath.Dir(out)
	entries, err := disk.ReadDir(parent)
	isThere := disk.Exists(out)
	for _, e := range entries {
		dir := filepath.Join(parent, e.Name())
		isOwn := dir == staging || dir == staging+".old"
		if !e.IsDir() || !strings.HasPrefix(e.Name(), leftoverPrefix(out)) || !isThere && !isOwn {
			continue
		}
		switch stays := clearLeftover(dir, out); {
		case stays == nil:
		case isOwn:
			err = errors.Join(err, fmt.Errorf("%s: %w", dir, stays))
		default:
			others = append(others, fmt.Errorf("%s: %w", dir, stays))
		}
	}
	return others, err
}

// clearLeftover deletes a folder that a build left beside out, if it has our
// marker. If the build took git's entry along and did not come to its end, that
// goes back first; a folder from which it cannot go back stays.
func clearLeftover(dir, out string) error {
	inv, err := readMarker(dir)
	if err != nil {
		return err
	}
	if inv.isOurs() && disk.Exists(filepath.Join(dir, git)) {
		now, err := readMarker(out)
		if err != nil {
			return err
		}
		if !now.isOurs() || disk.Exists(filepath.Join(out, git)) {
			return &ForeignError{[]string{git}, true}
		}
		if err := disk.Rename(filepath.Join(dir, git), filepath.Join(out, git)); err != nil {
			return err
		}
	}
	if inv == nil { // it is not known what else is foreign, but a repository is
		if err := inv.check(dir); err != nil {
			return err
		}
	}
	foreign, err := inv.walk(dir, "", disk.Remove)
	if err != nil {
		return err
	}
	marker := filepath.Join(dir, markerName)
	if !inv.isOurs() {
		// Of ours, only a build that ended before it had written the whole marker
		// leaves such a folder. One of others is not empty.
		if begun, err := disk.ReadFile(marker); err == nil && strings.HasPrefix(markerText, string(begun)) {
			_ = disk.Remove(marker)
		}
		_ = disk.Remove(dir)
		return nil
	}
	if len(foreign) > 0 {
		return &ForeignError{foreign, true}
	}
	// The marker goes last: by it the next build knows the folder if this one is
	// killed.
	return errors.Join(disk.Remove(marker), disk.Remove(dir))
}
