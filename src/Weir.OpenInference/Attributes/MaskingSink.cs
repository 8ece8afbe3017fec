using System.Text;

namespace Weir.OpenInference;

/// <summary>Passes on what a <see cref="TraceConfig"/> lets through, redacted where it says so.</summary>
public sealed class MaskingSink : AttributeSink
{
    private readonly AttributeSink _inner;
    private readonly TraceConfig _config;

    /// <summary>Puts the configuration in front of a sink.</summary>
    public MaskingSink(AttributeSink inner, TraceConfig config)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(config);
        _inner = inner;
        _config = config;
    }

    /// <inheritdoc/>
    public override void Set(string key, string value)
    {
        if (Passes(key))
        {
            _inner.Set(key, InlineMedia.IsMediaKey(key) ? InlineMedia.Shorten(_config, value) : value);
        }
    }

    /// <inheritdoc/>
    public override void SetUtf8(string key, ReadOnlySpan<byte> value)
    {
        if (!Passes(key))
        {
            return;
        }

        if (InlineMedia.IsMediaKey(key))
        {
            _inner.Set(key, InlineMedia.Shorten(_config, Encoding.UTF8.GetString(value)));
        }
        else
        {
            _inner.SetUtf8(key, value);
        }
    }

    /// <inheritdoc/>
    public override void Set(string key, long value)
    {
        if (Passes(key))
        {
            _inner.Set(key, value);
        }
    }

    /// <inheritdoc/>
    public override void Set(string key, double value)
    {
        if (Passes(key))
        {
            _inner.Set(key, value);
        }
    }

    /// <inheritdoc/>
    public override void Set(string key, bool value)
    {
        if (Passes(key))
        {
            _inner.Set(key, value);
        }
    }

    /// <inheritdoc/>
    public override void Set(string key, string[] values)
    {
        if (Passes(key))
        {
            _inner.Set(key, values);
        }
    }

    /// <inheritdoc/>
    public override void Set(string key, double[] values)
    {
        if (Passes(key))
        {
            _inner.Set(key, values);
        }
    }

    private bool Passes(string key)
    {
        var action = AttributeMask.For(_config, key);
        if (action == MaskAction.Redact)
        {
            _inner.Set(key, TraceConfig.RedactedValue);
        }

        return action == MaskAction.Keep;
    }
}
