using Microsoft.AspNetCore.Http;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Audio;

/// <summary>Takes the recording out of a form.</summary>
internal static class RecordingReader
{
    // OpenAI's limit of 25 MB.
    private const long LargestFile = 25 * 1024 * 1024;

    /// <exception cref="RefusalException">There is none, or it is empty or too large.</exception>
    public static async Task<byte[]> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        var file = form.Files.GetFile("file") ?? throw JsonFields.Missing("file");
        if (file.Length is 0 or > LargestFile)
        {
            throw JsonFields.Refuse($"Invalid 'file': expected 1 to {LargestFile} bytes, but got {file.Length}.", "file", "invalid_value");
        }

        using var copy = new MemoryStream((int)file.Length);
        await file.CopyToAsync(copy, ct);
        return copy.ToArray();
    }
}
