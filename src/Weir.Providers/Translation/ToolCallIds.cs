using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Providers.Translation;

/// <summary>Ids for calls that the upstream gives none: the same bytes of an answer always give the same id, and two answers never share one.</summary>
internal static class ToolCallIds
{
    /// <param name="answer">What tells this answer from others.</param>
    /// <param name="choice">Which of its choices.</param>
    /// <param name="position">Among the calls of the choice.</param>
    /// <param name="name">Of the function.</param>
    /// <param name="arguments">JSON.</param>
    public static string Of(string answer, int choice, int position, string name, ReadOnlySpan<byte> arguments)
    {
        var source = new ArrayBufferWriter<byte>(256);
        _ = Encoding.UTF8.GetBytes($"{answer}\n{choice}\n{position}\n{name}\n", source);
        source.Write(arguments);
        return "call_" + Convert.ToHexStringLower(SHA256.HashData(source.WrittenSpan))[..24];
    }
}
