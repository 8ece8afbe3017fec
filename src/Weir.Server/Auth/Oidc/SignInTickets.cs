using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Weir.Ledger.Secrets;
using Weir.Ledger.Sessions;

namespace Weir.Server.Auth.Oidc;

/// <summary>Makes tickets, and takes each one back once.</summary>
/// <remarks>
/// Who begins a sign-in costs no memory: everything is in the cookie, sealed with a key that a restart forgets. Remembered is what was taken back,
/// at most <see cref="Capacity"/> for ten minutes each; past that the oldest goes.
/// </remarks>
internal sealed class SignInTickets(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int Capacity = 10_000;
    private const string Owner = "sign-in ticket";

    private readonly SecretBox _box = new(RandomNumberGenerator.GetBytes(SecretBox.KeySize));
    private readonly ConcurrentDictionary<string, long> _used = new(StringComparer.Ordinal);

    /// <summary>A new ticket, and the text of its cookie.</summary>
    public (SignInTicket Ticket, string Cookie) Make(string issuer, string next)
    {
        var ticket = new SignInTicket(TokenText.New(), TokenText.New(), TokenText.New(), next, issuer, (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return (ticket, _box.Seal(JsonSerializer.Serialize(ticket, SignInTicketJson.Default.SignInTicket), Owner));
    }

    /// <summary>The ticket of a browser that comes back; null when it is not the one that began with this state, was here already, or took too long.</summary>
    public SignInTicket? TakeBack(string? cookie, string state)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (Open(cookie) is not { } ticket || ticket.ExpiresAt <= now || !CryptographicOperations.FixedTimeEquals(BytesOf(ticket.State), BytesOf(state)))
        {
            return null;
        }

        Forget(now);
        return _used.TryAdd(ticket.State, ticket.ExpiresAt) ? ticket : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _box.Dispose();

    private static byte[] BytesOf(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private SignInTicket? Open(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(_box.Open(cookie, Owner), SignInTicketJson.Default.SignInTicket);
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or JsonException or ArgumentException)
        {
            // Of another server, of before the restart, or made up.
            return null;
        }
    }

    private void Forget(long now)
    {
        foreach (var (state, expires) in _used)
        {
            if (expires <= now)
            {
                _ = _used.TryRemove(state, out _);
            }
        }

        if (_used.Count >= Capacity)
        {
            _ = _used.TryRemove(_used.MinBy(used => used.Value).Key, out _);
        }
    }
}
