using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>The attributes of one thing while they are read: keys once, the last value of each, every value already JSON.</summary>
/// <remarks>Bounded by <see cref="IngestLimits.Attributes"/> and <see cref="IngestLimits.SpanBytes"/>; past them it refuses more and says so.</remarks>
internal sealed class AttributeSet : IDisposable
{
    /// <summary>Text outside ASCII stays readable, and half the size of its escapes.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int FirstBuckets = 64;

    private readonly IngestLimits _limits;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _writer;
    private readonly List<Attribute> _attributes = [];
    private int[] _buckets = new int[FirstBuckets];
    private AttributeSet? _inner;
    private int _open;

    public AttributeSet(IngestLimits limits)
    {
        _limits = limits;
        _writer = new Utf8JsonWriter(_bytes, WriterOptions);
    }

    /// <summary>Why no more is taken; null while everything fits.</summary>
    public string? Problem { get; private set; }

    /// <summary>The set for a map that is a value in this one.</summary>
    public AttributeSet Inner => _inner ??= new AttributeSet(_limits);

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _attributes.Clear();
        Array.Clear(_buckets);
        Problem = null;
    }

    /// <summary>Starts an attribute; exactly one JSON value must be written, then <see cref="End"/> called. Null when no more is taken.</summary>
    public Utf8JsonWriter? Begin(ReadOnlySpan<byte> key)
    {
        if (Problem is not null)
        {
            return null;
        }

        key = StorableText.Mend(key);
        var hash = Hash(key);
        _open = Find(key, hash);
        if (_open < 0 && !TryAdd(key, hash))
        {
            return null;
        }

        _attributes[_open] = _attributes[_open] with { ValueStart = _bytes.WrittenCount };
        _writer.Reset(_bytes);
        return _writer;
    }

    /// <summary>Ends the attribute that <see cref="Begin"/> started.</summary>
    public void End()
    {
        _writer.Flush();
        var attribute = _attributes[_open];
        _attributes[_open] = attribute with { ValueLength = _bytes.WrittenCount - attribute.ValueStart };
        if (_bytes.WrittenCount > _limits.SpanBytes)
        {
            Problem = $"its attributes are larger than {_limits.SpanBytes >> 20} MiB";
        }
    }

    /// <summary>Refuses what follows, and with it the span.</summary>
    public void Refuse(string problem) => Problem ??= problem;

    /// <summary>The JSON of a value; empty when there is no such key.</summary>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> key] =>
        Find(key, Hash(key)) is >= 0 and var index ? ValueOf(_attributes[index]) : default;

    public void Dispose()
    {
        _writer.Dispose();
        _inner?.Dispose();
    }

    /// <summary>Writes the whole set as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var attribute in _attributes)
        {
            writer.WritePropertyName(KeyOf(attribute));
            writer.WriteRawValue(ValueOf(attribute), skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private static int Hash(ReadOnlySpan<byte> key)
    {
        // Seeded at random in each process: nobody can send keys that all fall into one bucket.
        var hash = default(HashCode);
        hash.AddBytes(key);
        return hash.ToHashCode();
    }

    private ReadOnlySpan<byte> KeyOf(Attribute attribute) => _bytes.WrittenSpan.Slice(attribute.KeyStart, attribute.KeyLength);

    private ReadOnlySpan<byte> ValueOf(Attribute attribute) => _bytes.WrittenSpan.Slice(attribute.ValueStart, attribute.ValueLength);

    // Buckets hold index + 1, so that cleared means empty.
    private int Find(ReadOnlySpan<byte> key, int hash)
    {
        for (var index = _buckets[hash & (_buckets.Length - 1)] - 1; index >= 0; index = _attributes[index].Next)
        {
            if (_attributes[index].Hash == hash && KeyOf(_attributes[index]).SequenceEqual(key))
            {
                return index;
            }
        }

        return -1;
    }

    private bool TryAdd(ReadOnlySpan<byte> key, int hash)
    {
        if (_attributes.Count >= _limits.Attributes)
        {
            Problem = $"it has more than {_limits.Attributes} attributes in one place";
            return false;
        }

        _open = _attributes.Count;
        _attributes.Add(new Attribute(hash, _bytes.WrittenCount, key.Length, 0, 0, Next: -1));
        _bytes.Write(key);
        if (_attributes.Count > _buckets.Length)
        {
            _buckets = new int[_buckets.Length * 2];
            for (var index = 0; index < _open; index++)
            {
                Link(index);
            }
        }

        Link(_open);
        return true;
    }

    private void Link(int index)
    {
        ref var bucket = ref _buckets[_attributes[index].Hash & (_buckets.Length - 1)];
        _attributes[index] = _attributes[index] with { Next = bucket - 1 };
        bucket = index + 1;
    }

    private readonly record struct Attribute(int Hash, int KeyStart, int KeyLength, int ValueStart, int ValueLength, int Next);
}
