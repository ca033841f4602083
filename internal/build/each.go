package build

import (
	"cmp"
	"context"
	"runtime"
	"sync"

	"receipts/internal/render"
)

// EachRoute is [Each] over routes. Those that take long come before the others.
func EachRoute(ctx context.Context, jobs int, routes []render.Route, f func(render.Route) error) error {
	order := make([]int, 0, len(routes))
	for _, long := range []bool{true, false} {
		for i := range routes {
			if routes[i].Long == long {
				order = append(order, i)
			}
		}
	}
	return Each(ctx, jobs, len(routes), func(i int) error { return f(routes[order[i]]) })
}

// Each calls f for 0 to n-1, jobs at a time (0: one for each processor), and
// returns the error of the lowest index that failed. After an error, or when
// ctx ends, no further calls begin. It is the only parallel loop there is.
func Each(ctx context.Context, jobs, n int, f func(int) error) error {
	jobs = min(cmp.Or(jobs, runtime.GOMAXPROCS(0)), n)
	var (
		mu     sync.Mutex
		next   int
		failed = n
		first  error
		wg     sync.WaitGroup
	)
	take := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		if next >= n || first != nil || ctx.Err() != nil {
			return 0, false
		}
		next++
		return next - 1, true
	}
	for range jobs {
		wg.Go(func() {
			for i, ok := take(); ok; i, ok = take() {
				if err := f(i); err != nil {
					mu.Lock()
					if i < failed {
						failed, first = i, err
					}
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
