package preview

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// The preview is for its author alone. A page of another site in her browser
// must not read it, nor make it do anything. So a request is refused unless:
//
//   - Its Host is a name or an address of this server. This refuses the names
//     that an attacker lets resolve to this machine (DNS rebinding).
//   - Its Origin, if it has one, is this server, and Sec-Fetch-Site, if present,
//     says that a page of this server or the author herself has made the
//     request. A link on another site may open a page, and do nothing else.
//   - It reads (GET, HEAD), or is one of the two that do something: open an editor,
//     sign a review. These need the token of this run as well, see [preview.isFromUs].
//   - Its path is one that the site's own links can have.

// A guard knows the names of one server.
type guard struct{ hosts []string }

// newGuard returns the guard of a server that listens on addr. If addr is
// unspecified (0.0.0.0, ::), every address of the machine is a name of the server.
func newGuard(addr net.Addr) guard {
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil {
		return guard{}
	}
	port := strconv.Itoa(int(at.Port()))
	names := []string{"localhost", "127.0.0.1", "::1"}
	if ip := at.Addr().Unmap(); ip.IsUnspecified() {
		for _, ip := range ownAddresses() {
			names = append(names, ip.String())
		}
	} else if !slices.Contains(names, ip.String()) {
		names = append(names, ip.String())
	}
	var g guard
	for _, name := range names {
		g.hosts = append(g.hosts, net.JoinHostPort(name, port))
		if port == "80" {
			g.hosts = append(g.hosts, strings.TrimSuffix(net.JoinHostPort(name, port), ":80"))
		}
	}
	return g
}

// ownAddresses are the addresses at which other machines can reach this one, IPv4
// first.
func ownAddresses() []netip.Addr {
	var out []netip.Addr
	list, _ := net.InterfaceAddrs()
	for _, a := range list {
		prefix, err := netip.ParsePrefix(a.String())
		if err != nil {
			continue
		}
		if ip := prefix.Addr().Unmap(); !ip.IsLoopback() && !ip.IsLinkLocalUnicast() {
			out = append(out, ip)
		}
	}
	slices.SortStableFunc(out, func(a, b netip.Addr) int { return a.BitLen() - b.BitLen() })
	return out
}

// Reachable are the web addresses at which other machines find a server that
// listens on an address.
func Reachable(at net.Addr) []string {
	where, err := netip.ParseAddrPort(at.String())
	if err != nil {
		return nil
	}
	list := []netip.Addr{where.Addr().Unmap()}
	if list[0].IsUnspecified() {
		list = ownAddresses()
	}
	var out []string
	for _, ip := range list {
		if !ip.IsLoopback() {
			out = append(out, "http://"+netip.AddrPortFrom(ip, where.Port()).String()+"/")
		}
	}
	return out
}

// refuse says why a request is refused, and with which status. It returns 0 for
// a request that is answered.
func (g guard) refuse(r *http.Request) (status int, why string) {
	host := strings.ToLower(r.Host)
	switch {
	case !slices.Contains(g.hosts, host):
		return http.StatusForbidden, "the preview answers to the names of this machine only, not to " + strconv.Quote(r.Host)
	case r.URL.IsAbs() && strings.ToLower(r.URL.Host) != host || r.URL.IsAbs() && r.URL.Scheme != "http":
		return http.StatusForbidden, "the preview is no proxy"
	case r.URL.User != nil:
		return http.StatusForbidden, "the preview has no users"
	case r.Method != http.MethodGet && r.Method != http.MethodHead && !(r.Method == http.MethodPost && (r.URL.Path == openPath || r.URL.Path == deskSign)):
		return http.StatusMethodNotAllowed, "the preview is for reading"
	}
	if origins := r.Header.Values("Origin"); len(origins) > 0 && (len(origins) > 1 || origins[0] != "http://"+host) {
		return http.StatusForbidden, "the preview is not for pages of other sites"
	}
	switch from := r.Header.Get("Sec-Fetch-Site"); from {
	case "", "none", "same-origin":
	default:
		opens := r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
		if !opens || strings.HasPrefix(r.URL.Path, ownFolder) {
			return http.StatusForbidden, "the preview is not for pages of other sites"
		}
	}
	if !strings.HasPrefix(r.URL.Path, "/") || strings.ContainsAny(r.URL.Path, "\\\x00") {
		return http.StatusBadRequest, "the address cannot be one of this site"
	}
	return 0, ""
}
