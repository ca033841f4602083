package preview

import (
	"maps"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// After one file the wait is short, in a checkout it lasts until the end, and it
// has a limit.
func TestSettle(t *testing.T) {
	for _, tt := range []struct {
		desc  string
		paths int
		every time.Duration
		least time.Duration
		most  time.Duration
	}{
		{"one file", 1, 0, quietFew, quietFew},
		{"one file in pieces", 3, quietFew / 2, quietFew, 2 * quietFew},
		{"a checkout", 300, time.Millisecond, 299 * time.Millisecond, 300*time.Millisecond + quietMany},
		{"files far apart", 20, 50 * time.Millisecond, quietFew, quietFew},
		{"who never stops", 10_000, time.Millisecond, patience, patience + time.Millisecond},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := newInbox()
				go func() {
					for i := range tt.paths {
						b.put(at(string(rune('a' + i))))
						time.Sleep(tt.every)
					}
				}()
				<-b.wake
				start := time.Now()
				b.settle(t.Context())
				if took := time.Since(start); took < tt.least || took > tt.most {
					t.Errorf("it waits for %s, not from %s to %s", took, tt.least, tt.most)
				}
				if len(b.take().paths) == 0 {
					t.Error("there is nothing to take")
				}
				time.Sleep(time.Hour) // until the last is put
			})
		})
	}
}

// Whatever comes in during a rebuild is taken at once by the next, and by one.
func TestExactlyOneMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newInbox()
		var built [][]string
		go func() {
			for range b.wake {
				b.settle(t.Context())
				c := b.take()
				built = append(built, slices.Sorted(maps.Keys(c.paths)))
				time.Sleep(time.Second) // building
			}
		}()
		b.put(at("a"))
		time.Sleep(500 * time.Millisecond)
		b.put(at("b"))
		b.put(at("c"))
		time.Sleep(100 * time.Millisecond)
		b.put(at("d", "b"))
		time.Sleep(5 * time.Second)
		close(b.wake)
		synctest.Wait()
		if diff := cmp.Diff([][]string{{"a"}, {"b", "c", "d"}}, built); diff != "" {
			t.Errorf("rebuilds (-want +got):\n%s", diff)
		}
	})
}

func TestMerge(t *testing.T) {
	got := change{}.merge(at("a")).merge(change{all: true, why: "first"}).merge(change{all: true, why: "second"}).merge(at("b"))
	want := change{paths: map[string]bool{"a": true, "b": true}, all: true, why: "first"}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(change{})); diff != "" {
		t.Errorf("merge (-want +got):\n%s", diff)
	}
}
