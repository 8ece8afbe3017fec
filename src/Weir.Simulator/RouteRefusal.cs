using Weir.Simulator.Gemini;
using Weir.Simulator.Wire;

namespace Weir.Simulator;

/// <summary>What a caller is told who asks for something that is not served.</summary>
internal static class RouteRefusal
{
    public static RefusalException UnknownPath(string path, IEnumerable<KeyValuePair<string, Route>> routes)
    {
        var served = string.Join(", ", routes.Select(known => $"{known.Value.Method} {known.Key}").Order(StringComparer.Ordinal));
        return new RefusalException(new ApiError(
            404,
            $"{(path.Length > 0 ? path : "/")} is not a path of the simulator. It serves {served}, POST {GeminiPath.Prefix}models/MODEL:generateContent and GET {RouteTable.RequestLogPath}.",
            ApiError.InvalidRequest,
            Code: "unknown_url"));
    }

    public static RefusalException WrongMethod(string method, string path, string served) => new(
        new ApiError(405, $"{path} does not take {method}, but {served}.", ApiError.InvalidRequest, Code: "method_not_allowed"));
}
