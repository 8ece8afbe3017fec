using System.Text.Json;

namespace Weir.Tracing.Search;

/// <summary>The words of a span: those of its name, its status message and every text among its attributes, each once.</summary>
/// <remarks>Names of attributes are no words of the span. Bounded by <see cref="MostWords"/>: what a longer text has beyond is not found.</remarks>
public sealed class SpanWords
{
    /// <summary>Different words of one span.</summary>
    public const int MostWords = 20_000;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private char[] _text = new char[4096];

    public SpanWords() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<string> All => _words;

    /// <summary>Begins anew with another span.</summary>
    /// <param name="name">Of the span.</param>
    /// <param name="statusMessage">Of the span.</param>
    /// <param name="attributes">One JSON object.</param>
    public void Read(string name, string statusMessage, ReadOnlySpan<byte> attributes)
    {
        _words.Clear();
        Add(name);
        Add(statusMessage);
        var json = new Utf8JsonReader(attributes, new JsonReaderOptions { MaxDepth = 256 });
        while (_words.Count < MostWords && json.Read())
        {
            if (json.TokenType == JsonTokenType.String)
            {
                Add(ref json);
            }
        }
    }

    /// <summary>Whether every word is there.</summary>
    public bool HaveAll(IEnumerable<SearchWord> words) =>
        words.All(word => _words.Contains(word.Text) || (word.IsBeginning && _words.Any(known => known.StartsWith(word.Text, StringComparison.Ordinal))));

    private void Add(ref Utf8JsonReader json)
    {
        var length = json.ValueSpan.Length;
        if (_text.Length < length)
        {
            _text = new char[length];
        }

        try
        {
            Add(_text.AsSpan(0, json.CopyString(_text)));
        }
        catch (InvalidOperationException)
        {
            // JSON may spell half a surrogate pair: such a text has no words.
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        var reader = new WordReader(text);
        Span<char> room = stackalloc char[WordReader.LongestWord];
        while (_words.Count < MostWords && reader.TryRead(room, out var length))
        {
            _ = _lookup.Add(room[..length]);
        }
    }
}
