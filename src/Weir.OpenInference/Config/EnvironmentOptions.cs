using System.Globalization;

namespace Weir.OpenInference;

/// <summary>Reads options from environment variables; what cannot be read is reported and counts as unset.</summary>
internal sealed class EnvironmentOptions(Func<string, string?> read)
{
    public bool Flag(string name) => FlagOrNull(name) ?? false;

    public bool? FlagOrNull(string name)
    {
        var text = read(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            OpenInferenceEventSource.Log.InvalidEnvironmentVariable(name, text, "true or false");
            return null;
        }

        return false;
    }

    public int Count(string name, int fallback)
    {
        var text = read(name);
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        OpenInferenceEventSource.Log.InvalidEnvironmentVariable(name, text, "a whole number of 0 or more");
        return fallback;
    }

    public BlobUploader? Uploader(string name)
    {
        var text = read(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var uploader = BlobUploaders.Find(text);
        if (uploader is null)
        {
            OpenInferenceEventSource.Log.InvalidEnvironmentVariable(name, text, "the name of a registered uploader");
        }

        return uploader;
    }
}
