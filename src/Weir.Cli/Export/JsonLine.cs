using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.Cli.Export;

/// <summary>Writes JSON as a line of its own, as it came: no answer of the server has line breaks in it.</summary>
internal static class JsonLine
{
    private static readonly byte[] End = "\n"u8.ToArray();

    public static async ValueTask WriteAsync(Stream output, JsonElement json, CancellationToken cancellationToken)
    {
        await output.WriteAsync(JsonMarshal.GetRawUtf8Value(json).ToArray(), cancellationToken);
        await output.WriteAsync(End, cancellationToken);
    }
}
