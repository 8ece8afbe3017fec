using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Auth;

/// <summary>Reads where an approved code goes, alike for the consent page and its button.</summary>
internal static class ConsentCallback
{
    /// <summary>What is shown when there is no address to name.</summary>
    public const string Headless = "An application";

    /// <summary>The address to be called back at; null: the code is copied by hand, and a challenge must bind it to who asked.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static CallbackAddress? Read(string callback, string challenge)
    {
        if (callback.Length > 0)
        {
            return CallbackAddress.Read(callback, out var problem) ?? throw Refusal.Invalid(problem);
        }

        return challenge.Length > 0 ? null : throw Refusal.Invalid("'callback_url' is missing. Without one, 'code_challenge' is needed.");
    }

    /// <summary>A value; null when it is empty.</summary>
    public static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
