using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Simulator.Anthropic;

/// <summary>Remembers which beginnings of prompts were marked to be cached, so that a second request reads what the first wrote.</summary>
/// <remarks>Holds hashes alone. Prompts too short to be cached at Anthropic are cached here: a test needs no thousand words.</remarks>
internal sealed class PromptCache(TimeProvider clock)
{
    /// <summary>Lifetime of an entry unless the request asks for more; each use begins it anew.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private const int MostEntries = 1024;

    private readonly Lock _gate = new();

    // Bounded by MostEntries: the one that ends first leaves when a new one comes.
    private readonly Dictionary<string, (DateTimeOffset Until, TimeSpan KeepFor)> _entries = new(StringComparer.Ordinal);

    /// <param name="promptTokens">Of the whole prompt.</param>
    public MessagesUsage Use(string model, ImmutableArray<PromptPiece> pieces, int promptTokens, Func<string, int> countTokens)
    {
        // Without a mark nothing is cached, and nothing is looked up.
        var marked = pieces.Select((piece, index) => piece.KeepFor is null ? 0 : index + 1).DefaultIfEmpty(0).Max();
        var counts = pieces.Take(marked).Select(piece => countTokens(piece.Text)).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(model));
        var tokens = 0;
        var (read, kept, keptLong) = (0, 0, 0);
        lock (_gate)
        {
            foreach (var (piece, count) in pieces.Zip(counts))
            {
                // The length of each piece keeps "ab"+"c" apart from "a"+"bc".
                hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"\n{piece.Text.Length}\n{piece.Text}")));
                tokens = Math.Min(promptTokens, tokens + count);
                var key = Convert.ToHexString(hash.GetCurrentHash());
                if (Touch(key))
                {
                    read = tokens;
                    kept = tokens;
                }
                else if (piece.KeepFor is { } time)
                {
                    Add(key, time);
                    keptLong += time == Long ? tokens - kept : 0;
                    kept = tokens;
                }
            }
        }

        return new MessagesUsage(Uncached: promptTokens - kept, WrittenShort: kept - read - keptLong, WrittenLong: keptLong, Read: read);
    }

    private bool Touch(string key)
    {
        var now = clock.GetUtcNow();
        if (!_entries.TryGetValue(key, out var entry) || entry.Until <= now)
        {
            return false;
        }

        _entries[key] = entry with { Until = now + entry.KeepFor };
        return true;
    }

    private void Add(string key, TimeSpan time)
    {
        if (_entries.Count >= MostEntries)
        {
            _entries.Remove(_entries.MinBy(entry => entry.Value.Until).Key);
        }

        _entries[key] = (clock.GetUtcNow() + time, time);
    }
}
