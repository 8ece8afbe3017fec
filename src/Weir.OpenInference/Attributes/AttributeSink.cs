using System.Text;

namespace Weir.OpenInference;

/// <summary>Receives flattened attributes one by one; what they are written to is its own business.</summary>
/// <remarks>
/// The conventions know string, integer, double, boolean and arrays of strings or doubles, nothing else.
/// Keys may come twice, the later value wins. Called from one thread at a time.
/// </remarks>
public abstract class AttributeSink
{
    /// <summary>Writes a text.</summary>
    public abstract void Set(string key, string value);

    /// <summary>Writes an integer.</summary>
    public abstract void Set(string key, long value);

    /// <summary>Writes a floating-point number; costs in US dollars come this way.</summary>
    public abstract void Set(string key, double value);

    /// <summary>Writes a boolean.</summary>
    public abstract void Set(string key, bool value);

    /// <summary>Writes an array of texts.</summary>
    public abstract void Set(string key, string[] values);

    /// <summary>Writes a vector.</summary>
    public abstract void Set(string key, double[] values);

    /// <summary>Writes a text that is at hand as UTF-8. A sink that stores bytes overrides this and is spared two conversions.</summary>
    /// <param name="key">Attribute name.</param>
    /// <param name="value">UTF-8, valid only during the call; invalid sequences are the sink's to replace.</param>
    public virtual void SetUtf8(string key, ReadOnlySpan<byte> value) => Set(key, Encoding.UTF8.GetString(value));
}
