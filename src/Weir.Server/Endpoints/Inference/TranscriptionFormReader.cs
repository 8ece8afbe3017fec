using System.Runtime.InteropServices;
using Microsoft.AspNetCore.WebUtilities;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Inference;

/// <summary>Writes a form with an audio file as the JSON that the same operation takes, so that there is one form of it inside.</summary>
/// <remarks>
/// <code>file=@talk.wav; model=acme/ear; language=en
/// {"model":"acme/ear","language":"en","input_audio":{"data":"UklGRg…","format":"wav"}}</code>
/// </remarks>
internal static class TranscriptionFormReader
{
    private const int MostParts = 32;

    /// <exception cref="GatewayException">400 or 413.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(ReadOnlyMemory<byte> body, string boundary, CancellationToken cancellationToken)
    {
        var form = new TranscriptionForm();
        try
        {
            var reader = new MultipartReader(boundary, StreamOf(body));
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                if (parts == MostParts)
                {
                    throw Invalid($"The form has more than {MostParts} parts.");
                }

                await form.AddAsync(section, cancellationToken);
            }
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            throw Invalid($"The form cannot be read: {wrong.Message}");
        }

        return form.ToJson();
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(body.ToArray());

    internal static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
