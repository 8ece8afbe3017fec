using Weir.OpenInference;

namespace Weir.Tests.OpenInference;

/// <summary>Keeps the attributes it is given, in order.</summary>
public sealed class RecordingSink : AttributeSink
{
    private readonly List<string> _order = [];

    public Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Order => _order;

    public object? this[string key] => Values.GetValueOrDefault(key);

    public override void Set(string key, string value) => Keep(key, value);

    public override void Set(string key, long value) => Keep(key, value);

    public override void Set(string key, double value) => Keep(key, value);

    public override void Set(string key, bool value) => Keep(key, value);

    public override void Set(string key, string[] values) => Keep(key, values);

    public override void Set(string key, double[] values) => Keep(key, values);

    private void Keep(string key, object value)
    {
        Values[key] = value;
        _order.Add(key);
    }
}
