using System.Security.Cryptography;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Makes the ids of output items: a prefix that says what it is, and something that no other item has.</summary>
internal static class ItemIds
{
    // Told apart from a provider's id, which has to come back to it.
    private static ReadOnlySpan<byte> OwnReasoning => "rs_weir_"u8;

    public static string Message() => New("msg_");

    public static string Reasoning() => New("rs_weir_");

    public static string FunctionCall() => New("fc_");

    public static string CustomCall() => New("ctc_");

    public static string NativeCall(string prefix) => New(prefix);

    public static string Image() => New("ig_");

    public static string Call() => New("call_");

    /// <summary>Whether we made this id of a reasoning item, because the provider gave none.</summary>
    public static bool IsOwnReasoning(ReadOnlySpan<byte> id) => id.StartsWith(OwnReasoning);

    private static string New(string prefix) => prefix + RandomNumberGenerator.GetHexString(24, lowercase: true);
}
