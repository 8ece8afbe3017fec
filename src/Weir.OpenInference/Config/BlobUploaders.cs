using System.Collections.Concurrent;

namespace Weir.OpenInference;

/// <summary>Names under which <c>OPENINFERENCE_BLOB_UPLOADER</c> can choose an uploader.</summary>
public static class BlobUploaders
{
    // Bounded by the program: it grows only where code calls Register.
    private static readonly ConcurrentDictionary<string, BlobUploader> ByName = new(StringComparer.Ordinal);

    /// <summary>Makes an uploader available under a name, replacing the one that had it. Do this before the first <see cref="TraceConfig"/>.</summary>
    public static void Register(string name, BlobUploader uploader)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(uploader);
        ByName[name] = uploader;
    }

    internal static BlobUploader? Find(string name) => ByName.GetValueOrDefault(name);
}
