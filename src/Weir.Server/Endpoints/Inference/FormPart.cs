namespace Weir.Server.Endpoints.Inference;

/// <summary>Reads one part of a form.</summary>
internal static class FormPart
{
    /// <summary>The format of a file: its name says it, else the type of the part.</summary>
    public static string FormatOf(string fileName, string? contentType)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        if (extension.Length > 0)
        {
            return extension;
        }

        var slash = contentType?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 || contentType == "application/octet-stream" ? "" : contentType![(slash + 1)..].Replace("x-", "", StringComparison.Ordinal);
    }

    /// <summary>The content; null when there is more than the bound.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int bound, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > bound)
            {
                return null;
            }
        }

        return copy.ToArray();
    }
}
