// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

// @ts-nocheck: the code is Ajv's.

var N=(n,r)=>()=>{try{return r||n((r={exports:{}}).exports,r),r.exports}catch(h){throw r=0,h}};var R=N(T=>{"use strict";Object.defineProperty(T,"__esModule",{value:!0});function D(n){let r=n.length,h=0,f=0,y;for(;f<
r;)h++,y=n.charCodeAt(f++),y>=55296&&y<=56319&&f<r&&(y=n.charCodeAt(f),(y&64512)===56320&&f++);return h}T.default=D;D.code=
'require("ajv/dist/runtime/ucs2length").default'});var O=v;var P=/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,F={type:"object",required:["title","status","pro\
ject_id","selection_type","static_selection_filters"],properties:{title:{type:"string",minLength:1},description:{type:"s\
tring"},status:{type:"string",minLength:1},project_id:{type:"string",format:"uuid"},human_id:{type:"string"},selection_type:{
type:"string",enum:["STATIC","DYNAMIC"]},static_selection_filters:{type:"array",items:{$ref:"spec#/$defs/SelectionFilter"}},
dynamic_selection_filters:{type:"array",items:{$ref:"spec#/$defs/SelectionFilter"}},dynamic_selection_excluded_test_case_ids:{
type:"array",items:{type:"string",format:"uuid"}},test_plan_id:{type:"string",format:"uuid"},start_date:{type:"integer",
format:"int64",minimum:0},end_date:{type:"integer",format:"int64",minimum:0},assignee_id:{type:"string",format:"uuid"},label_names:{
type:"array",items:{type:"string"}},environment_ids:{type:"array",items:{type:"string"}}}};var _=R().default;function b(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){
let e=null,s=0,l=b.evaluated;if(l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0),n&&typeof n=="object"&&
!Array.isArray(n)){if(n.title===void 0){let t={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"\
title"},message:"must have required property 'title'"};e===null?e=[t]:e.push(t),s++}if(n.status===void 0){let t={instancePath:r,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"status"},message:"must have required property 'statu\
s'"};e===null?e=[t]:e.push(t),s++}if(n.project_id===void 0){let t={instancePath:r,schemaPath:"#/required",keyword:"requi\
red",params:{missingProperty:"project_id"},message:"must have required property 'project_id'"};e===null?e=[t]:e.push(t),
s++}if(n.selection_type===void 0){let t={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"\
selection_type"},message:"must have required property 'selection_type'"};e===null?e=[t]:e.push(t),s++}if(n.static_selection_filters===
void 0){let t={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"static_selection_filte\
rs"},message:"must have required property 'static_selection_filters'"};e===null?e=[t]:e.push(t),s++}if(n.title!==void 0){
let t=n.title;if(typeof t=="string"){if(_(t)<1){let i={instancePath:r+"/title",schemaPath:"#/properties/title/minLength",
keyword:"minLength",params:{limit:1},message:"must NOT have fewer than 1 characters"};e===null?e=[i]:e.push(i),s++}}else{
let i={instancePath:r+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[i]:e.push(i),s++}}if(n.description!==void 0&&typeof n.description!="string"){let t={instancePath:r+
"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[t]:e.push(t),s++}if(n.status!==void 0){let t=n.status;if(typeof t=="string"){if(_(t)<1){let i={instancePath:r+
"/status",schemaPath:"#/properties/status/minLength",keyword:"minLength",params:{limit:1},message:"must NOT have fewer t\
han 1 characters"};e===null?e=[i]:e.push(i),s++}}else{let i={instancePath:r+"/status",schemaPath:"#/properties/status/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}if(n.project_id!==void 0){
let t=n.project_id;if(typeof t=="string"){if(!P.test(t)){let i={instancePath:r+"/project_id",schemaPath:"#/properties/pr\
oject_id/format",keyword:"format",params:{format:"uuid"},message:'must match format "uuid"'};e===null?e=[i]:e.push(i),s++}}else{
let i={instancePath:r+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[i]:e.push(i),s++}}if(n.human_id!==void 0&&typeof n.human_id!="string"){let t={instancePath:r+
"/human_id",schemaPath:"#/properties/human_id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[t]:e.push(t),s++}if(n.selection_type!==void 0){let t=n.selection_type;if(typeof t!="string"){let i={instancePath:r+
"/selection_type",schemaPath:"#/properties/selection_type/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[i]:e.push(i),s++}if(!(t==="STATIC"||t==="DYNAMIC")){let i={instancePath:r+"/selection_type",schemaPath:"\
#/properties/selection_type/enum",keyword:"enum",params:{allowedValues:F.properties.selection_type.enum},message:"must b\
e equal to one of the allowed values"};e===null?e=[i]:e.push(i),s++}}if(n.static_selection_filters!==void 0){let t=n.static_selection_filters;
if(Array.isArray(t)){let i=t.length;for(let a=0;a<i;a++){let p=t[a];if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.field===
void 0){let d={instancePath:r+"/static_selection_filters/"+a,schemaPath:"spec#/$defs/SelectionFilter/required",keyword:"\
required",params:{missingProperty:"field"},message:"must have required property 'field'"};e===null?e=[d]:e.push(d),s++}if(p.
operator===void 0){let d={instancePath:r+"/static_selection_filters/"+a,schemaPath:"spec#/$defs/SelectionFilter/required",
keyword:"required",params:{missingProperty:"operator"},message:"must have required property 'operator'"};e===null?e=[d]:
e.push(d),s++}if(p.values===void 0){let d={instancePath:r+"/static_selection_filters/"+a,schemaPath:"spec#/$defs/Selecti\
onFilter/required",keyword:"required",params:{missingProperty:"values"},message:"must have required property 'values'"};
e===null?e=[d]:e.push(d),s++}if(p.field!==void 0){let d=p.field;if(typeof d=="string"){if(_(d)<1){let m={instancePath:r+
"/static_selection_filters/"+a+"/field",schemaPath:"spec#/$defs/SelectionFilter/properties/field/minLength",keyword:"min\
Length",params:{limit:1},message:"must NOT have fewer than 1 characters"};e===null?e=[m]:e.push(m),s++}}else{let m={instancePath:r+
"/static_selection_filters/"+a+"/field",schemaPath:"spec#/$defs/SelectionFilter/properties/field/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}if(p.operator!==void 0){let d=p.operator;if(typeof d==
"string"){if(_(d)<1){let m={instancePath:r+"/static_selection_filters/"+a+"/operator",schemaPath:"spec#/$defs/SelectionF\
ilter/properties/operator/minLength",keyword:"minLength",params:{limit:1},message:"must NOT have fewer than 1 characters"};
e===null?e=[m]:e.push(m),s++}}else{let m={instancePath:r+"/static_selection_filters/"+a+"/operator",schemaPath:"spec#/$d\
efs/SelectionFilter/properties/operator/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[m]:e.push(m),s++}}if(p.values!==void 0){let d=p.values;if(Array.isArray(d)){if(d.length<1){let o={instancePath:r+"/stat\
ic_selection_filters/"+a+"/values",schemaPath:"spec#/$defs/SelectionFilter/properties/values/minItems",keyword:"minItems",
params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[o]:e.push(o),s++}let m=d.length;for(let o=0;o<m;o++){
let u=d[o];if(typeof u=="string"){if(_(u)<1){let c={instancePath:r+"/static_selection_filters/"+a+"/values/"+o,schemaPath:"\
spec#/$defs/SelectionFilter/properties/values/items/minLength",keyword:"minLength",params:{limit:1},message:"must NOT ha\
ve fewer than 1 characters"};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:r+"/static_selection_filters/"+a+"/v\
alues/"+o,schemaPath:"spec#/$defs/SelectionFilter/properties/values/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),s++}}}else{let m={instancePath:r+"/static_selection_filters/"+a+"/values",schemaPath:"\
spec#/$defs/SelectionFilter/properties/values/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[m]:e.push(m),s++}}}else{let d={instancePath:r+"/static_selection_filters/"+a,schemaPath:"spec#/$defs/SelectionFilter/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),s++}}}else{let i={instancePath:r+
"/static_selection_filters",schemaPath:"#/properties/static_selection_filters/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(n.dynamic_selection_filters!==void 0){let t=n.dynamic_selection_filters;
if(Array.isArray(t)){let i=t.length;for(let a=0;a<i;a++){let p=t[a];if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.field===
void 0){let d={instancePath:r+"/dynamic_selection_filters/"+a,schemaPath:"spec#/$defs/SelectionFilter/required",keyword:"\
required",params:{missingProperty:"field"},message:"must have required property 'field'"};e===null?e=[d]:e.push(d),s++}if(p.
operator===void 0){let d={instancePath:r+"/dynamic_selection_filters/"+a,schemaPath:"spec#/$defs/SelectionFilter/require\
d",keyword:"required",params:{missingProperty:"operator"},message:"must have required property 'operator'"};e===null?e=[
d]:e.push(d),s++}if(p.values===void 0){let d={instancePath:r+"/dynamic_selection_filters/"+a,schemaPath:"spec#/$defs/Sel\
ectionFilter/required",keyword:"required",params:{missingProperty:"values"},message:"must have required property 'values\
'"};e===null?e=[d]:e.push(d),s++}if(p.field!==void 0){let d=p.field;if(typeof d=="string"){if(_(d)<1){let m={instancePath:r+
"/dynamic_selection_filters/"+a+"/field",schemaPath:"spec#/$defs/SelectionFilter/properties/field/minLength",keyword:"mi\
nLength",params:{limit:1},message:"must NOT have fewer than 1 characters"};e===null?e=[m]:e.push(m),s++}}else{let m={instancePath:r+
"/dynamic_selection_filters/"+a+"/field",schemaPath:"spec#/$defs/SelectionFilter/properties/field/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}if(p.operator!==void 0){let d=p.operator;if(typeof d==
"string"){if(_(d)<1){let m={instancePath:r+"/dynamic_selection_filters/"+a+"/operator",schemaPath:"spec#/$defs/Selection\
Filter/properties/operator/minLength",keyword:"minLength",params:{limit:1},message:"must NOT have fewer than 1 character\
s"};e===null?e=[m]:e.push(m),s++}}else{let m={instancePath:r+"/dynamic_selection_filters/"+a+"/operator",schemaPath:"spe\
c#/$defs/SelectionFilter/properties/operator/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[m]:e.push(m),s++}}if(p.values!==void 0){let d=p.values;if(Array.isArray(d)){if(d.length<1){let o={instancePath:r+"/dy\
namic_selection_filters/"+a+"/values",schemaPath:"spec#/$defs/SelectionFilter/properties/values/minItems",keyword:"minIt\
ems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[o]:e.push(o),s++}let m=d.length;for(let o=0;o<
m;o++){let u=d[o];if(typeof u=="string"){if(_(u)<1){let c={instancePath:r+"/dynamic_selection_filters/"+a+"/values/"+o,schemaPath:"\
spec#/$defs/SelectionFilter/properties/values/items/minLength",keyword:"minLength",params:{limit:1},message:"must NOT ha\
ve fewer than 1 characters"};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:r+"/dynamic_selection_filters/"+a+"/\
values/"+o,schemaPath:"spec#/$defs/SelectionFilter/properties/values/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),s++}}}else{let m={instancePath:r+"/dynamic_selection_filters/"+a+"/values",schemaPath:"\
spec#/$defs/SelectionFilter/properties/values/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[m]:e.push(m),s++}}}else{let d={instancePath:r+"/dynamic_selection_filters/"+a,schemaPath:"spec#/$defs/SelectionFilter\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),s++}}}else{let i={instancePath:r+
"/dynamic_selection_filters",schemaPath:"#/properties/dynamic_selection_filters/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(n.dynamic_selection_excluded_test_case_ids!==void 0){let t=n.dynamic_selection_excluded_test_case_ids;
if(Array.isArray(t)){let i=t.length;for(let a=0;a<i;a++){let p=t[a];if(typeof p=="string"){if(!P.test(p)){let d={instancePath:r+
"/dynamic_selection_excluded_test_case_ids/"+a,schemaPath:"#/properties/dynamic_selection_excluded_test_case_ids/items/f\
ormat",keyword:"format",params:{format:"uuid"},message:'must match format "uuid"'};e===null?e=[d]:e.push(d),s++}}else{let d={
instancePath:r+"/dynamic_selection_excluded_test_case_ids/"+a,schemaPath:"#/properties/dynamic_selection_excluded_test_c\
ase_ids/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}}}else{
let i={instancePath:r+"/dynamic_selection_excluded_test_case_ids",schemaPath:"#/properties/dynamic_selection_excluded_te\
st_case_ids/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(n.test_plan_id!==
void 0){let t=n.test_plan_id;if(typeof t=="string"){if(!P.test(t)){let i={instancePath:r+"/test_plan_id",schemaPath:"#/p\
roperties/test_plan_id/format",keyword:"format",params:{format:"uuid"},message:'must match format "uuid"'};e===null?e=[i]:
e.push(i),s++}}else{let i={instancePath:r+"/test_plan_id",schemaPath:"#/properties/test_plan_id/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}if(n.start_date!==void 0){let t=n.start_date;if(!(typeof t==
"number"&&!(t%1)&&!isNaN(t)&&isFinite(t))){let i={instancePath:r+"/start_date",schemaPath:"#/properties/start_date/type",
keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[i]:e.push(i),s++}if(typeof t=="number"&&isFinite(
t)&&(t<0||isNaN(t))){let i={instancePath:r+"/start_date",schemaPath:"#/properties/start_date/minimum",keyword:"minimum",
params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[i]:e.push(i),s++}}if(n.end_date!==void 0){let t=n.end_date;
if(!(typeof t=="number"&&!(t%1)&&!isNaN(t)&&isFinite(t))){let i={instancePath:r+"/end_date",schemaPath:"#/properties/end\
_date/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[i]:e.push(i),s++}if(typeof t==
"number"&&isFinite(t)&&(t<0||isNaN(t))){let i={instancePath:r+"/end_date",schemaPath:"#/properties/end_date/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[i]:e.push(i),s++}}if(n.assignee_id!==void 0){
let t=n.assignee_id;if(typeof t=="string"){if(!P.test(t)){let i={instancePath:r+"/assignee_id",schemaPath:"#/properties/\
assignee_id/format",keyword:"format",params:{format:"uuid"},message:'must match format "uuid"'};e===null?e=[i]:e.push(i),
s++}}else{let i={instancePath:r+"/assignee_id",schemaPath:"#/properties/assignee_id/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}if(n.label_names!==void 0){let t=n.label_names;if(Array.
isArray(t)){let i=t.length;for(let a=0;a<i;a++)if(typeof t[a]!="string"){let p={instancePath:r+"/label_names/"+a,schemaPath:"\
#/properties/label_names/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(
p),s++}}else{let i={instancePath:r+"/label_names",schemaPath:"#/properties/label_names/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(n.environment_ids!==void 0){let t=n.environment_ids;if(Array.
isArray(t)){let i=t.length;for(let a=0;a<i;a++)if(typeof t[a]!="string"){let p={instancePath:r+"/environment_ids/"+a,schemaPath:"\
#/properties/environment_ids/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:
e.push(p),s++}}else{let i={instancePath:r+"/environment_ids",schemaPath:"#/properties/environment_ids/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}}else{let t={instancePath:r,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}return b.errors=e,s===
0}b.evaluated={props:{title:!0,description:!0,status:!0,project_id:!0,human_id:!0,selection_type:!0,static_selection_filters:!0,
dynamic_selection_filters:!0,dynamic_selection_excluded_test_case_ids:!0,test_plan_id:!0,start_date:!0,end_date:!0,assignee_id:!0,
label_names:!0,environment_ids:!0},dynamicProps:!1,dynamicItems:!1};function v(n,{instancePath:r="",parentData:h,parentDataProperty:f,
rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=v.evaluated;if(l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.
items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){if(n.project_id===void 0){let t={instancePath:r,schemaPath:"#/al\
lOf/0/required",keyword:"required",params:{missingProperty:"project_id"},message:"must have required property 'project_i\
d'"};e===null?e=[t]:e.push(t),s++}if(n.project_id!==void 0){let t=n.project_id;if(typeof t=="string"){if(!P.test(t)){let i={
instancePath:r+"/project_id",schemaPath:"#/allOf/0/properties/project_id/format",keyword:"format",params:{format:"uuid"},
message:'must match format "uuid"'};e===null?e=[i]:e.push(i),s++}}else{let i={instancePath:r+"/project_id",schemaPath:"#\
/allOf/0/properties/project_id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(
i),s++}}}else{let t={instancePath:r,schemaPath:"#/allOf/0/type",keyword:"type",params:{type:"object"},message:"must be o\
bject"};e===null?e=[t]:e.push(t),s++}return b(n,{instancePath:r,parentData:h,parentDataProperty:f,rootData:y,dynamicAnchors:g})||
(e=e===null?b.errors:e.concat(b.errors),s=e.length),v.errors=e,s===0}v.evaluated={props:{title:!0,description:!0,status:!0,
project_id:!0,human_id:!0,selection_type:!0,static_selection_filters:!0,dynamic_selection_filters:!0,dynamic_selection_excluded_test_case_ids:!0,
test_plan_id:!0,start_date:!0,end_date:!0,assignee_id:!0,label_names:!0,environment_ids:!0},dynamicProps:!1,dynamicItems:!1};
var x=k;function w(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=w.
evaluated;if(l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){
if(n.message===void 0){let t={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"message"},
message:"must have required property 'message'"};e===null?e=[t]:e.push(t),s++}if(n.data===void 0){let t={instancePath:r,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"data"},message:"must have required property 'data'"};
e===null?e=[t]:e.push(t),s++}if(n.message!==void 0&&typeof n.message!="string"){let t={instancePath:r+"/message",schemaPath:"\
#/properties/message/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}
if(n.data!==void 0){let t=n.data;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.test_run===void 0){let i={instancePath:r+
"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty:"test_run"},message:"must hav\
e required property 'test_run'"};e===null?e=[i]:e.push(i),s++}if(t.test_run!==void 0){let i=t.test_run;if(i&&typeof i=="\
object"&&!Array.isArray(i)){if(i.id===void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/req\
uired",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[a]:e.push(
a),s++}if(i.human_id===void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"\
required",params:{missingProperty:"human_id"},message:"must have required property 'human_id'"};e===null?e=[a]:e.push(a),
s++}if(i.created_at===void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"\
required",params:{missingProperty:"created_at"},message:"must have required property 'created_at'"};e===null?e=[a]:e.push(
a),s++}if(i.updated_at===void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"\
required",params:{missingProperty:"updated_at"},message:"must have required property 'updated_at'"};e===null?e=[a]:e.push(
a),s++}if(i.title===void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"re\
quired",params:{missingProperty:"title"},message:"must have required property 'title'"};e===null?e=[a]:e.push(a),s++}if(i.
status===void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"required",params:{
missingProperty:"status"},message:"must have required property 'status'"};e===null?e=[a]:e.push(a),s++}if(i.project_id===
void 0){let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"required",params:{missingProperty:"\
project_id"},message:"must have required property 'project_id'"};e===null?e=[a]:e.push(a),s++}if(i.selection_type===void 0){
let a={instancePath:r+"/data/test_run",schemaPath:"spec#/$defs/TestRun/required",keyword:"required",params:{missingProperty:"\
selection_type"},message:"must have required property 'selection_type'"};e===null?e=[a]:e.push(a),s++}if(i.id!==void 0){
let a=i.id;if(typeof a=="string"){if(!P.test(a)){let p={instancePath:r+"/data/test_run/id",schemaPath:"spec#/$defs/TestR\
un/properties/id/format",keyword:"format",params:{format:"uuid"},message:'must match format "uuid"'};e===null?e=[p]:e.push(
p),s++}}else{let p={instancePath:r+"/data/test_run/id",schemaPath:"spec#/$defs/TestRun/properties/id/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}if(i.human_id!==void 0&&typeof i.human_id!=
"string"){let a={instancePath:r+"/data/test_run/human_id",schemaPath:"spec#/$defs/TestRun/properties/human_id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}if(i.created_at!==void 0){let a=i.created_at;
if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let p={instancePath:r+"/data/test_run/created_at",schemaPath:"\
spec#/$defs/TestRun/properties/created_at/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?
e=[p]:e.push(p),s++}if(typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a))){let p={instancePath:r+"/data/test_run/created_a\
t",schemaPath:"spec#/$defs/TestRun/properties/created_at/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"};e===null?e=[p]:e.push(p),s++}}if(i.updated_at!==void 0){let a=i.updated_at;if(!(typeof a=="number"&&!(a%1)&&
!isNaN(a)&&isFinite(a))){let p={instancePath:r+"/data/test_run/updated_at",schemaPath:"spec#/$defs/TestRun/properties/up\
dated_at/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[p]:e.push(p),s++}if(typeof a==
"number"&&isFinite(a)&&(a<0||isNaN(a))){let p={instancePath:r+"/data/test_run/updated_at",schemaPath:"spec#/$defs/TestRu\
n/properties/updated_at/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[
p]:e.push(p),s++}}if(i.title!==void 0&&typeof i.title!="string"){let a={instancePath:r+"/data/test_run/title",schemaPath:"\
spec#/$defs/TestRun/properties/title/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:
e.push(a),s++}if(i.description!==void 0&&typeof i.description!="string"){let a={instancePath:r+"/data/test_run/descripti\
on",schemaPath:"spec#/$defs/TestRun/properties/description/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[a]:e.push(a),s++}if(i.status!==void 0&&typeof i.status!="string"){let a={instancePath:r+"/data/test\
_run/status",schemaPath:"spec#/$defs/TestRun/properties/status/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[a]:e.push(a),s++}if(i.project_id!==void 0){let a=i.project_id;if(typeof a=="string"){if(!P.test(
a)){let p={instancePath:r+"/data/test_run/project_id",schemaPath:"spec#/$defs/TestRun/properties/project_id/format",keyword:"\
format",params:{format:"uuid"},message:'must match format "uuid"'};e===null?e=[p]:e.push(p),s++}}else{let p={instancePath:r+
"/data/test_run/project_id",schemaPath:"spec#/$defs/TestRun/properties/project_id/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}if(i.selection_type!==void 0&&typeof i.selection_type!="st\
ring"){let a={instancePath:r+"/data/test_run/selection_type",schemaPath:"spec#/$defs/TestRun/properties/selection_type/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}if(i.start_date!==void 0){
let a=i.start_date;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let p={instancePath:r+"/data/test_run/start\
_date",schemaPath:"spec#/$defs/TestRun/properties/start_date/type",keyword:"type",params:{type:"integer"},message:"must \
be integer"};e===null?e=[p]:e.push(p),s++}if(typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a))){let p={instancePath:r+"/d\
ata/test_run/start_date",schemaPath:"spec#/$defs/TestRun/properties/start_date/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),s++}}if(i.end_date!==void 0){let a=i.end_date;if(!(typeof a==
"number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let p={instancePath:r+"/data/test_run/end_date",schemaPath:"spec#/$defs/TestR\
un/properties/end_date/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[p]:e.push(p),
s++}if(typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a))){let p={instancePath:r+"/data/test_run/end_date",schemaPath:"spe\
c#/$defs/TestRun/properties/end_date/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};
e===null?e=[p]:e.push(p),s++}}if(i.assignee_id!==void 0&&typeof i.assignee_id!="string"){let a={instancePath:r+"/data/te\
st_run/assignee_id",schemaPath:"spec#/$defs/TestRun/properties/assignee_id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),s++}if(i.label_names!==void 0){let a=i.label_names;if(Array.isArray(a)){let p=a.
length;for(let d=0;d<p;d++)if(typeof a[d]!="string"){let m={instancePath:r+"/data/test_run/label_names/"+d,schemaPath:"s\
pec#/$defs/TestRun/properties/label_names/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+"/data/test_run/label_names",schemaPath:"spec#/$defs/TestRun/proper\
ties/label_names/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.
environment_ids!==void 0){let a=i.environment_ids;if(Array.isArray(a)){let p=a.length;for(let d=0;d<p;d++)if(typeof a[d]!=
"string"){let m={instancePath:r+"/data/test_run/environment_ids/"+d,schemaPath:"spec#/$defs/TestRun/properties/environme\
nt_ids/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let p={
instancePath:r+"/data/test_run/environment_ids",schemaPath:"spec#/$defs/TestRun/properties/environment_ids/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.test_cases_count!==void 0){let a=i.
test_cases_count;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let p={instancePath:r+"/data/test_run/test_ca\
ses_count",schemaPath:"spec#/$defs/TestRun/properties/test_cases_count/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};e===null?e=[p]:e.push(p),s++}if(typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a))){let p={instancePath:r+
"/data/test_run/test_cases_count",schemaPath:"spec#/$defs/TestRun/properties/test_cases_count/minimum",keyword:"minimum",
params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),s++}}}else{let a={instancePath:r+"/dat\
a/test_run",schemaPath:"spec#/$defs/TestRun/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[a]:e.push(a),s++}}}else{let i={instancePath:r+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}}}else{let t={instancePath:r,schemaPath:"#/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}return w.errors=e,s===0}w.evaluated=
{props:{message:!0,data:!0},dynamicProps:!1,dynamicItems:!1};function k(n,{instancePath:r="",parentData:h,parentDataProperty:f,
rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=k.evaluated;return l.dynamicProps&&(l.props=void 0),l.dynamicItems&&
(l.items=void 0),w(n,{instancePath:r,parentData:h,parentDataProperty:f,rootData:y,dynamicAnchors:g})||(e=e===null?w.errors:
e.concat(w.errors),s=e.length),k.errors=e,s===0}k.evaluated={props:{message:!0,data:!0},dynamicProps:!1,dynamicItems:!1};
var L=q;function q(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=q.
evaluated;l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0);let t=s,i=!1,a=s;if(n&&typeof n=="object"&&!Array.
isArray(n)){if(n.message===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/DetailedError/required",keyword:"requir\
ed",params:{missingProperty:"message"},message:"must have required property 'message'"};e===null?e=[o]:e.push(o),s++}if(n.
errors===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/DetailedError/required",keyword:"required",params:{missingProperty:"\
errors"},message:"must have required property 'errors'"};e===null?e=[o]:e.push(o),s++}if(n.message!==void 0&&typeof n.message!=
"string"){let o={instancePath:r+"/message",schemaPath:"spec#/$defs/DetailedError/properties/message/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(n.errors!==void 0){let o=n.errors;if(o&&
typeof o=="object"&&!Array.isArray(o)){if(o.code===void 0){let u={instancePath:r+"/errors",schemaPath:"spec#/$defs/Detai\
ledError/properties/errors/required",keyword:"required",params:{missingProperty:"code"},message:"must have required prop\
erty 'code'"};e===null?e=[u]:e.push(u),s++}if(o.message===void 0){let u={instancePath:r+"/errors",schemaPath:"spec#/$def\
s/DetailedError/properties/errors/required",keyword:"required",params:{missingProperty:"message"},message:"must have req\
uired property 'message'"};e===null?e=[u]:e.push(u),s++}if(o.details===void 0){let u={instancePath:r+"/errors",schemaPath:"\
spec#/$defs/DetailedError/properties/errors/required",keyword:"required",params:{missingProperty:"details"},message:"mus\
t have required property 'details'"};e===null?e=[u]:e.push(u),s++}if(o.code!==void 0){let u=o.code;if(!(typeof u=="numbe\
r"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let c={instancePath:r+"/errors/code",schemaPath:"spec#/$defs/DetailedError/properti\
es/errors/properties/code/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(
c),s++}}if(o.message!==void 0&&typeof o.message!="string"){let u={instancePath:r+"/errors/message",schemaPath:"spec#/$de\
fs/DetailedError/properties/errors/properties/message/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[u]:e.push(u),s++}if(o.details!==void 0&&typeof o.details!="string"){let u={instancePath:r+"/errors/detai\
ls",schemaPath:"spec#/$defs/DetailedError/properties/errors/properties/details/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{let u={instancePath:r+"/errors",schemaPath:"spec#/$defs/Det\
ailedError/properties/errors/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(
u),s++}}}else{let o={instancePath:r,schemaPath:"spec#/$defs/DetailedError/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[o]:e.push(o),s++}var m=a===s;if(i=i||m,m){var p={};p.message=!0,p.errors=!0}let d=s;if(n&&typeof n==
"object"&&!Array.isArray(n)){if(n.message===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/MessageError/required",
keyword:"required",params:{missingProperty:"message"},message:"must have required property 'message'"};e===null?e=[o]:e.
push(o),s++}if(n.message!==void 0&&typeof n.message!="string"){let o={instancePath:r+"/message",schemaPath:"spec#/$defs/\
MessageError/properties/message/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),s++}}else{let o={instancePath:r,schemaPath:"spec#/$defs/MessageError/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[o]:e.push(o),s++}var m=d===s;if(i=i||m,m&&p!==!0&&(p=p||{},p.message=!0),i)s=t,e!==null&&(t?
e.length=t:e=null);else{let o={instancePath:r,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schem\
a in anyOf"};e===null?e=[o]:e.push(o),s++}return q.errors=e,l.props=p,s===0}q.evaluated={dynamicProps:!0,dynamicItems:!1};
var C=$;function $(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=$.
evaluated;if(l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){
if(n.code===void 0){let t={instancePath:r,schemaPath:"spec#/$defs/CodedError/required",keyword:"required",params:{missingProperty:"\
code"},message:"must have required property 'code'"};e===null?e=[t]:e.push(t),s++}if(n.message===void 0){let t={instancePath:r,
schemaPath:"spec#/$defs/CodedError/required",keyword:"required",params:{missingProperty:"message"},message:"must have re\
quired property 'message'"};e===null?e=[t]:e.push(t),s++}if(n.code!==void 0){let t=n.code;if(!(typeof t=="number"&&!(t%1)&&
!isNaN(t)&&isFinite(t))){let i={instancePath:r+"/code",schemaPath:"spec#/$defs/CodedError/properties/code/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};e===null?e=[i]:e.push(i),s++}}if(n.message!==void 0&&typeof n.message!=
"string"){let t={instancePath:r+"/message",schemaPath:"spec#/$defs/CodedError/properties/message/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}}else{let t={instancePath:r,schemaPath:"spec#/$def\
s/CodedError/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}return $.
errors=e,s===0}$.evaluated={props:{code:!0,message:!0},dynamicProps:!1,dynamicItems:!1};var M=j;function j(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=j.
evaluated;l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0);let t=s,i=!1,a=s;if(n&&typeof n=="object"&&!Array.
isArray(n)){if(n.message===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/DetailedError/required",keyword:"requir\
ed",params:{missingProperty:"message"},message:"must have required property 'message'"};e===null?e=[o]:e.push(o),s++}if(n.
errors===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/DetailedError/required",keyword:"required",params:{missingProperty:"\
errors"},message:"must have required property 'errors'"};e===null?e=[o]:e.push(o),s++}if(n.message!==void 0&&typeof n.message!=
"string"){let o={instancePath:r+"/message",schemaPath:"spec#/$defs/DetailedError/properties/message/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(n.errors!==void 0){let o=n.errors;if(o&&
typeof o=="object"&&!Array.isArray(o)){if(o.code===void 0){let u={instancePath:r+"/errors",schemaPath:"spec#/$defs/Detai\
ledError/properties/errors/required",keyword:"required",params:{missingProperty:"code"},message:"must have required prop\
erty 'code'"};e===null?e=[u]:e.push(u),s++}if(o.message===void 0){let u={instancePath:r+"/errors",schemaPath:"spec#/$def\
s/DetailedError/properties/errors/required",keyword:"required",params:{missingProperty:"message"},message:"must have req\
uired property 'message'"};e===null?e=[u]:e.push(u),s++}if(o.details===void 0){let u={instancePath:r+"/errors",schemaPath:"\
spec#/$defs/DetailedError/properties/errors/required",keyword:"required",params:{missingProperty:"details"},message:"mus\
t have required property 'details'"};e===null?e=[u]:e.push(u),s++}if(o.code!==void 0){let u=o.code;if(!(typeof u=="numbe\
r"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let c={instancePath:r+"/errors/code",schemaPath:"spec#/$defs/DetailedError/properti\
es/errors/properties/code/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(
c),s++}}if(o.message!==void 0&&typeof o.message!="string"){let u={instancePath:r+"/errors/message",schemaPath:"spec#/$de\
fs/DetailedError/properties/errors/properties/message/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[u]:e.push(u),s++}if(o.details!==void 0&&typeof o.details!="string"){let u={instancePath:r+"/errors/detai\
ls",schemaPath:"spec#/$defs/DetailedError/properties/errors/properties/details/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{let u={instancePath:r+"/errors",schemaPath:"spec#/$defs/Det\
ailedError/properties/errors/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(
u),s++}}}else{let o={instancePath:r,schemaPath:"spec#/$defs/DetailedError/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[o]:e.push(o),s++}var m=a===s;if(i=i||m,m){var p={};p.message=!0,p.errors=!0}let d=s;if(n&&typeof n==
"object"&&!Array.isArray(n)){if(n.code===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/CodedError/required",keyword:"\
required",params:{missingProperty:"code"},message:"must have required property 'code'"};e===null?e=[o]:e.push(o),s++}if(n.
message===void 0){let o={instancePath:r,schemaPath:"spec#/$defs/CodedError/required",keyword:"required",params:{missingProperty:"\
message"},message:"must have required property 'message'"};e===null?e=[o]:e.push(o),s++}if(n.code!==void 0){let o=n.code;
if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let u={instancePath:r+"/code",schemaPath:"spec#/$defs/CodedErr\
or/properties/code/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[u]:e.push(u),s++}}
if(n.message!==void 0&&typeof n.message!="string"){let o={instancePath:r+"/message",schemaPath:"spec#/$defs/CodedError/p\
roperties/message/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{
let o={instancePath:r,schemaPath:"spec#/$defs/CodedError/type",keyword:"type",params:{type:"object"},message:"must be ob\
ject"};e===null?e=[o]:e.push(o),s++}var m=d===s;if(i=i||m,m&&p!==!0&&(p=p||{},p.code=!0,p.message=!0),i)s=t,e!==null&&(t?
e.length=t:e=null);else{let o={instancePath:r,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schem\
a in anyOf"};e===null?e=[o]:e.push(o),s++}return j.errors=e,l.props=p,s===0}j.evaluated={dynamicProps:!0,dynamicItems:!1};
var Y=A;function A(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=A.
evaluated;if(l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){
if(n.message===void 0){let t={instancePath:r,schemaPath:"spec#/$defs/DetailedError/required",keyword:"required",params:{
missingProperty:"message"},message:"must have required property 'message'"};e===null?e=[t]:e.push(t),s++}if(n.errors===void 0){
let t={instancePath:r,schemaPath:"spec#/$defs/DetailedError/required",keyword:"required",params:{missingProperty:"errors"},
message:"must have required property 'errors'"};e===null?e=[t]:e.push(t),s++}if(n.message!==void 0&&typeof n.message!="s\
tring"){let t={instancePath:r+"/message",schemaPath:"spec#/$defs/DetailedError/properties/message/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}if(n.errors!==void 0){let t=n.errors;if(t&&typeof t==
"object"&&!Array.isArray(t)){if(t.code===void 0){let i={instancePath:r+"/errors",schemaPath:"spec#/$defs/DetailedError/p\
roperties/errors/required",keyword:"required",params:{missingProperty:"code"},message:"must have required property 'code\
'"};e===null?e=[i]:e.push(i),s++}if(t.message===void 0){let i={instancePath:r+"/errors",schemaPath:"spec#/$defs/Detailed\
Error/properties/errors/required",keyword:"required",params:{missingProperty:"message"},message:"must have required prop\
erty 'message'"};e===null?e=[i]:e.push(i),s++}if(t.details===void 0){let i={instancePath:r+"/errors",schemaPath:"spec#/$\
defs/DetailedError/properties/errors/required",keyword:"required",params:{missingProperty:"details"},message:"must have \
required property 'details'"};e===null?e=[i]:e.push(i),s++}if(t.code!==void 0){let i=t.code;if(!(typeof i=="number"&&!(i%
1)&&!isNaN(i)&&isFinite(i))){let a={instancePath:r+"/errors/code",schemaPath:"spec#/$defs/DetailedError/properties/error\
s/properties/code/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[a]:e.push(a),s++}}
if(t.message!==void 0&&typeof t.message!="string"){let i={instancePath:r+"/errors/message",schemaPath:"spec#/$defs/Detai\
ledError/properties/errors/properties/message/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[i]:e.push(i),s++}if(t.details!==void 0&&typeof t.details!="string"){let i={instancePath:r+"/errors/details",schemaPath:"\
spec#/$defs/DetailedError/properties/errors/properties/details/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[i]:e.push(i),s++}}else{let i={instancePath:r+"/errors",schemaPath:"spec#/$defs/DetailedError/pr\
operties/errors/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}}}else{
let t={instancePath:r,schemaPath:"spec#/$defs/DetailedError/type",keyword:"type",params:{type:"object"},message:"must be\
 object"};e===null?e=[t]:e.push(t),s++}return A.errors=e,s===0}A.evaluated={props:{message:!0,errors:!0},dynamicProps:!1,
dynamicItems:!1};var B=E;function E(n,{instancePath:r="",parentData:h,parentDataProperty:f,rootData:y=n,dynamicAnchors:g={}}={}){let e=null,s=0,l=E.
evaluated;if(l.dynamicProps&&(l.props=void 0),l.dynamicItems&&(l.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){
if(n.message===void 0){let t={instancePath:r,schemaPath:"spec#/$defs/MessageError/required",keyword:"required",params:{missingProperty:"\
message"},message:"must have required property 'message'"};e===null?e=[t]:e.push(t),s++}if(n.message!==void 0&&typeof n.
message!="string"){let t={instancePath:r+"/message",schemaPath:"spec#/$defs/MessageError/properties/message/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}}else{let t={instancePath:r,schemaPath:"\
spec#/$defs/MessageError/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),
s++}return E.errors=e,s===0}E.evaluated={props:{message:!0},dynamicProps:!1,dynamicItems:!1};export{L as createTestRun400,C as createTestRun401,M as createTestRun404,Y as createTestRun422,B as createTestRun500,O as createTestRunInput,
x as createTestRunResult};
