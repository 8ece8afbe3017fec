using System.Security.Cryptography;
using System.Text;

namespace Weir.Simulator.Answers;

/// <summary>Signs what a client has to bring back unchanged, and knows its own signatures again: no memory is needed between two turns.</summary>
/// <remarks>Anyone could make them from this source; they stand in for the providers' in tests and protect nothing.</remarks>
internal static class AnswerSignature
{
    /// <param name="purpose">What is signed: a signature of one kind of thing is none of another.</param>
    public static string Of(string purpose, string content) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"weir-simulator\n{purpose}\n{content}")));

    public static bool IsOf(string purpose, string content, string signature) => Of(purpose, content) == signature;

    /// <summary>The content itself with its signature, for data that carries everything.</summary>
    public static string Seal(string purpose, string content) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Of(purpose, content)}\n{content}"));

    /// <summary>The content of sealed data; null when it was tampered with.</summary>
    public static string? Open(string purpose, string data)
    {
        var bytes = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split('\n', 2);
        return parts.Length == 2 && IsOf(purpose, parts[1], parts[0]) ? parts[1] : null;
    }
}
