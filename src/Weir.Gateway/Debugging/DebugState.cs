using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Debugging;

/// <summary>What is to be told to the caller of one streamed request who sent <c>debug.echo_upstream_body</c>.</summary>
/// <remarks>Bounded by <see cref="MostNotes"/> notes; further attempts are made and not told. Safe for attempts at the same time.</remarks>
public sealed class DebugState
{
    private const int MostNotes = 64;

    private readonly Lock _gate = new();
    private readonly List<DebugNote> _notes = [];
    private int _taken;

    /// <summary>Null when the request does not ask for it, or is not streamed.</summary>
    public static DebugState? WantedBy(ModelRequest request) =>
        request.Stream && request.Has("debug") && AsksForEcho(request.Value("debug").Span) ? new DebugState() : null;

    /// <summary>A request goes out.</summary>
    internal void Sending(ProviderEntry provider, UpstreamRequest request, DateTimeOffset now)
    {
        Add(new DebugNote(EchoedBody.Of(request.Body, provider.Secrets), null));
        Note(DebugTiming.AdapterRequest, now);
    }

    internal void Note(string point, DateTimeOffset now) => Add(new DebugNote(default, new DebugTiming(point, now)));

    /// <summary>What was noted since the last time.</summary>
    internal ImmutableArray<DebugNote> Take()
    {
        lock (_gate)
        {
            ImmutableArray<DebugNote> taken = [.. _notes[_taken..]];
            _taken = _notes.Count;
            return taken;
        }
    }

    private static bool AsksForEcho(ReadOnlySpan<byte> debug)
    {
        var reader = new Utf8JsonReader(debug);
        var asks = false;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isEcho = WireText.Is(reader, "echo_upstream_body"u8);
            _ = reader.Read();
            asks = isEcho ? reader.TokenType == JsonTokenType.True : asks;
            reader.Skip();
        }

        return asks;
    }

    private void Add(DebugNote note)
    {
        lock (_gate)
        {
            if (_notes.Count < MostNotes)
            {
                _notes.Add(note);
            }
        }
    }
}
