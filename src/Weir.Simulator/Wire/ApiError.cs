namespace Weir.Simulator.Wire;

/// <summary>An error as the OpenAI API words it, with its HTTP status.</summary>
internal sealed record ApiError(int Status, string Message, string Type, string? Param = null, string? Code = null)
{
    public const string InvalidRequest = "invalid_request_error";

    public static ApiError Invalid(string message, string? param, string? code = null) =>
        new(400, message, InvalidRequest, param, code);
}
