# Lists the variables of a Julia session. Evaluated once in a module of its own; its value is the
# function. Nothing is bound in Main. Of foreign types only `size` and `eltype` are asked, and no
# `show`: it may be slow, or do something. Julia 1.6 or newer.
#
# cellist_variables(main, most, seconds) -> text that shows as JSON in text/plain.

const SIMPLE = Union{Bool, Int8, Int16, Int32, Int64, Int128, UInt8, UInt16, UInt32, UInt64,
                     UInt128, Float16, Float32, Float64, Complex{Float64}, Char, String, Symbol,
                     Nothing, Missing}
const CONTAINERS = Union{Array, Tuple, NamedTuple, Dict, Set, BitArray, AbstractRange}
const DEVICES = Dict(:CuArray => "cuda", :ROCArray => "rocm", :MtlArray => "metal",
                     :oneArray => "oneapi")
const MOST_LETTERS = 60
const MOST_PARTS = 1000

function json_text(text)
    out = IOBuffer()
    print(out, '"')
    for c in text
        if !isvalid(c)
            print(out, '\ufffd')
        elseif c == '"' || c == '\\'
            print(out, '\\', c)
        elseif c < ' '
            print(out, "\\u", string(UInt32(c), base = 16, pad = 4))
        else
            print(out, c)
        end
    end
    print(out, '"')
    String(take!(out))
end

shortened(text) = length(text) > MOST_LETTERS ? first(text, MOST_LETTERS) * "…" : text

function shape(value)
    value isa String && return (length(value),)
    value isa Union{Tuple, NamedTuple, Dict, Set} && return (length(value),)
    value isa AbstractArray && return size(value)
    is_frame(value) && return size(value)
    nothing
end

is_frame(value) = nameof(typeof(value)) === :DataFrame && applicable(size, value)

# Only what can be weighed at once: bits in a row, or a few parts that are simple.
function bytes(value)
    value isa String && return sizeof(value)
    if value isa AbstractArray
        haskey(DEVICES, nameof(typeof(value))) && return length(value) * sizeof(eltype(value))
        value isa DenseArray && isbitstype(eltype(value)) && return sizeof(value)
    end
    is_frame(value) && return frame_bytes(value)
    isbitstype(typeof(value)) && return sizeof(value)
    if value isa CONTAINERS && length(value) <= MOST_PARTS && all(is_simple_part, value)
        return Base.summarysize(value)
    end
    nothing
end

is_simple_part(part) = part isa SIMPLE || part isa Pair{<:SIMPLE, <:SIMPLE}

function frame_bytes(value)
    hasfield(typeof(value), :columns) || return nothing
    sum(sizeof(column) for column in getfield(value, :columns) if column isa DenseArray; init = 0)
end

function preview(value)
    if value isa SIMPLE
        return shortened(value isa String ? repr(first(value, MOST_LETTERS)) : repr(value))
    end
    if value isa Union{Vector, Tuple} && length(value) <= 8 && all(part -> part isa SIMPLE, value)
        return shortened(repr(value))
    end
    nothing
end

function described(name, value)
    type = typeof(value)
    found = ["\"name\":" * json_text(name),
             "\"type\":" * json_text(shortened(string(nameof(type)))),
             "\"library\":" * json_text(string(Base.moduleroot(parentmodule(type))))]
    for (key, read) in (("shape", () -> shape(value)), ("bytes", () -> bytes(value)),
                        ("dtype", () -> value isa AbstractArray ? string(eltype(value)) : nothing),
                        ("device", () -> get(DEVICES, nameof(type), nothing)),
                        ("preview", () -> preview(value)))
        part = try
            read()
        catch # a type that pretends to be another
            nothing
        end
        if part isa AbstractString
            push!(found, "\"$key\":" * json_text(part))
        elseif part isa Integer
            push!(found, "\"$key\":$part")
        elseif part isa Tuple
            push!(found, "\"$key\":[" * join(part, ",") * "]")
        end
    end
    "{" * join(found, ",") * "}"
end

function cellist_variables(main, most, seconds)
    until = time() + seconds
    found = String[]
    left = 0
    for name in names(main; all = false, imported = false)
        isdefined(main, name) || continue
        value = getfield(main, name)
        value isa Union{Module, Function, Type} && continue
        if length(found) >= most || time() > until
            left += 1
        else
            push!(found, described(string(name), value))
        end
    end
    Text("{\"variables\":[" * join(found, ",") * "],\"left\":$left}")
end
